import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/system/package-root.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-lint-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

function capasLint(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const command = [join(packageRoot, 'bin', 'capas.js'), 'lint', ...args];
    execFile(process.execPath, command, { cwd: folder }, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

describe('capas lint', () => {
  it('says where, what and what to do, with a caret under the place', async () => {
    write('a.md', '# A\n\n-\t漢字 ![one](gone.png)\n');
    const { status, stdout, stderr } = await capasLint('a.md');
    expect(stdout).toBe(
      [
        'a.md:3:13: error: missing-image: The picture gone.png is not there.',
        '  -\t漢字 ![one](gone.png)',
        '   \t            ^',
        '  Put the file there, or mend the path.',
        '',
        '',
      ].join('\n'),
    );
    expect(stderr).toContain('1 page, 1 error, 0 warnings');
    expect(status).toBe(1);
  });

  it('names a page that can’t be read, and looks at the others', async () => {
    mkdirSync(join(folder, 'course'));
    write('course/a.md', '# A\n\nText.\n');
    write('course/b.md', '# B\0\n');
    const { status, stdout, stderr } = await capasLint('course');
    expect(stdout).toMatch(/^course\/b\.md:1:1: error: unreadable-page: this is not a text file\./);
    expect(stderr).toContain('2 pages, 1 error, 0 warnings');
    expect(status).toBe(1);
  });

  it('prints JSON for programs', async () => {
    write('a.md', '# A\n\nText ![one](gone.png)\n');
    write('b.md', '# B\n\nText.\n');
    const { status, stdout } = await capasLint('a.md', 'b.md', '--json');
    expect(JSON.parse(stdout)).toEqual({
      files: 2,
      diagnostics: [
        {
          path: 'a.md',
          line: 3,
          column: 13,
          code: 'missing-image',
          severity: 'error',
          message: 'The picture gone.png is not there.',
          hint: 'Put the file there, or mend the path.',
        },
      ],
    });
    expect(status).toBe(1);
  });

  it('ends with 0 when there are warnings only', async () => {
    write('warned.md', '# A\n\n```console\n$ docker rm <name>\n```\n');
    const { status, stdout } = await capasLint('warned.md');
    expect(stdout).toContain('warned.md:4:13: warning: placeholder');
    expect(status).toBe(0);
  });

  it('lets rules be set, several at once', async () => {
    write('warned.md', '# A\n\n```console\n$ docker rm <name>\n```\n\nText ![one](gone.png)\n');
    const { status, stdout } = await capasLint(
      '--rule',
      'placeholder=error',
      'warned.md',
      '--rule=missing-image=off',
    );
    expect(stdout).toContain('error: placeholder');
    expect(stdout).not.toContain('missing-image');
    expect(status).toBe(1);
  });

  it('refuses what it does not know with status 2', async () => {
    const unknown = await capasLint('--rule', 'nothing=off', 'a.md');
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('missing-image, ')]);
    expect((await capasLint('--rule', 'placeholder=loud', 'a.md')).status).toBe(2);
    const missing = await capasLint('not-there.md');
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('not-there.md')]);
    expect((await capasLint('--fast')).status).toBe(2);
  });

  it("says in the browser what Mermaid does not understand, with its words and the page's line", async () => {
    write('drawn.md', '# A\n\nText.\n\n```mermaid\nflowchart LR\n  a -->> --> b\n```\n');
    const { status, stdout } = await capasLint('--browser', '--json', 'drawn.md');
    const found = JSON.parse(stdout).diagnostics.find(
      ({ code }: { code: string }) => code === 'diagram-syntax',
    );
    expect(found).toMatchObject({
      line: 7,
      severity: 'error',
      message: expect.stringContaining('Parse error'),
    });
    expect(status).toBe(1);
  });

  it('measures in the browser what is wider than its slide', async () => {
    write('wide.md', `# A\n\n## One\n\nText.\n\n$$\n${'a'.repeat(200)}\n$$\n`);
    const { status, stdout } = await capasLint('--browser', 'wide.md');
    expect(stdout).toMatch(/^wide\.md:5:1: error: slide-overflow: The slide “One” is \d{3,} px /);
    expect(status).toBe(1);
  });

  it.each(['slides', 'playground'])('finds nothing in %s', async (course) => {
    const { status, stdout, stderr } = await capasLint(join(packageRoot, course));
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('0 errors, 0 warnings');
  });
});
