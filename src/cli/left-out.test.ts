import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { packageRoot } from '../system/package-root.ts';
import { countLeftOut } from './left-out.ts';
import { runCli } from './run.ts';

let folder: string;
let stderr: MockInstance<typeof process.stderr.write>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-left-out-'));
  writeFileSync(join(folder, 'good.md'), '# Good\n');
  writeFileSync(join(folder, 'bad.md'), '# Bad\n\0');
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('a page that is no text', () => {
  it.each([[['inspect']], [['inspect', '--json']], [['preload']], [['diagrams']]])(
    'is named by capas %s, whose status is 1; and 0 of a whole course, also after it',
    { timeout: 60_000 },
    async ([command, ...options]) => {
      const go = () => runCli([command!, folder, ...options]);
      expect(await go()).toBe(1);
      const said = stderr.mock.calls.map(([text]) => String(text)).join('');
      expect(said).toMatch(/capas: left out: \S+bad\.md: this is not a text file/);
      rmSync(join(folder, 'bad.md'));
      expect(await go()).toBe(0);
    },
  );

  it('makes no status better that is worse', () => {
    const page = { name: 'bad.md', reason: '' };
    expect([0, 1, 2].map((status) => countLeftOut([page], status))).toEqual([1, 1, 2]);
    expect([0, 1, 2].map((status) => countLeftOut([], status))).toEqual([0, 1, 2]);
  });

  it('counts in each command that reads a course', () => {
    const cli = join(packageRoot, 'src', 'cli');
    const commands = readdirSync(cli)
      .filter((name) => !name.endsWith('.test.ts') && name !== 'read-course.ts')
      .map((name) => ({ name, text: readFileSync(join(cli, name), 'utf8') }))
      .filter(({ text }) => /\breadCourse\(|\bstartHelper\(/.test(text));
    expect(commands.length).toBeGreaterThan(8);
    for (const { name, text } of commands) {
      const run = text.slice(text.indexOf('async run('), text.indexOf('\n  },\n});'));
      const ends = run.match(/^ {4,6}return .*$/gm) ?? [];
      expect(ends.length, name).toBeGreaterThan(0);
      for (const end of ends) expect(end, name).toContain('return countLeftOut(');
    }
  });
});
