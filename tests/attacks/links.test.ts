import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/system/package-root.ts';

/** A repository that was cloned, with links to what is the user's own and a list of what Capas never wrote. */
let base: string;
const at = (path: string) => join(base, path);
const read = (path: string) => readFileSync(at(path), 'utf8');

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'capas-links-'));
  put('home/.bashrc', 'mine: .bashrc');
  put('home/.ssh/id_rsa', 'mine: key');
  put('home/thesis.pdf', 'mine: thesis');
  put('repo/slides/course.yml', 'title: Course\n');
  put('repo/slides/lesson/index.md', page);
  put('repo/slides/lesson/paper.pdf', 'touch /tmp/pwned\n');
});
afterEach(() => {
  expect([read('home/.bashrc'), read('home/.ssh/id_rsa'), read('home/thesis.pdf')]).toEqual([
    ...['mine: .bashrc', 'mine: key', 'mine: thesis'],
  ]);
  expect(readdirSync(at('home')).sort()).toEqual(['.bashrc', '.ssh', 'thesis.pdf']);
  rmSync(base, { recursive: true });
});

const page = '# Lesson\n\n## One\n\n[The paper](paper.pdf)\n';
const diagram = '\n```mermaid\nflowchart LR\n a --> b\n```\n';

function put(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

/** As a repository holds it: relative, or to wherever it says. */
function link(path: string, target: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  symlinkSync(target, at(path));
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const mark = (files: unknown) => put('repo/out/.capas-site.json', JSON.stringify({ files }));

function capas(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const env = {
    ...process.env,
    HOME: at('own'),
    DOCKER_HOST: 'unix:///nowhere',
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(packageRoot, 'bin', 'capas.js'), ...args],
      { cwd: at('repo'), env },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

describe('a repository’s folder of a site', () => {
  it.each([
    ['lesson/paper.pdf', '../../../home/.bashrc'],
    ['lesson/handout.html', '../../../home/.bashrc'],
    ['lesson/index.html', '../../../home/new'],
    ['lesson', '../../home'],
    ['_capas', '../../home'],
  ])('whose %s is a link is refused, and nothing is written through it', async (path, target) => {
    link(`repo/out/${path}`, target);
    mark({ [path]: [digest('mine: .bashrc')], 'index.html': [] });
    const { status, stderr } = await capas('build');
    expect(stderr).toContain(`out/${path}: `);
    expect(stderr).toMatch(/Remove it|Move it/);
    expect(status).toBe(2);
    expect(lstatSync(at(`repo/out/${path}`)).isSymbolicLink()).toBe(true);
  });

  it('has nothing removed by a list that came with it', async () => {
    link('repo/out/way', '../../home');
    put('repo/out/mine.txt', 'mine: notes');
    put('repo/out/theirs.html', 'theirs');
    mark({
      ...{ 'way/thesis.pdf': [digest('mine: thesis')], 'way/.ssh/id_rsa': [digest('mine: key')] },
      ...{ 'mine.txt': [digest('what it is not')], 'theirs.html': [digest('theirs')] },
    });
    const { status } = await capas('build');
    expect(status).toBe(0);
    expect(readdirSync(at('repo/out')).sort()).toEqual([
      ...['.capas-site.json', '.nojekyll', '_capas', 'index.html', 'lesson', 'mine.txt', 'way'],
    ]);
  });

  it.each([
    '../../home/thesis.pdf',
    '/etc/hosts',
    'lesson/../../../home/thesis.pdf',
    '.git/HEAD',
    'sub/.GIT/config',
  ])('with %j on its list is refused', async (path) => {
    put('repo/out/.git/HEAD', 'ref: main');
    mark({ [path]: [digest('mine: thesis'), digest('ref: main')] });
    const { status, stderr } = await capas('build');
    expect(stderr).toContain('out: its .capas-site.json can');
    expect(status).toBe(2);
    expect(read('repo/out/.git/HEAD')).toBe('ref: main');
  });

  it('with a list of names only, as anybody writes one, is refused', async () => {
    put('repo/out/index.html', 'mine');
    mark(['index.html']);
    expect((await capas('build')).status).toBe(2);
    expect(read('repo/out/index.html')).toBe('mine');
  });

  it('that is a link is written only where the user names it', async () => {
    mkdirSync(at('site'));
    link('repo/out', '../site');
    const { status, stderr } = await capas('build');
    expect(stderr).toMatch(/^capas: out: a link to \.\.\/site.*-o out/m);
    expect(status).toBe(2);
    expect(readdirSync(at('site'))).toEqual([]);
    expect((await capas('build', '-o', 'out')).status).toBe(0);
    expect(readdirSync(at('site'))).toContain('lesson');
    expect((await capas('build', '-o', 'out')).status).toBe(0);
    expect(lstatSync(at('repo/out')).isSymbolicLink()).toBe(true);
  });
});

describe('links beside a page', () => {
  beforeEach(() => put('repo/slides/lesson/index.md', page + diagram));

  async function idOfDiagram(): Promise<string> {
    const { stdout } = await capas('inspect', 'slides', '--json');
    return JSON.parse(stdout).diagrams[0].id;
  }

  it.each([['build'], ['diagrams'], ['diagrams', '--again']])(
    'are no way for a drawn diagram out of the course: capas %s',
    async (...args) => {
      link(`repo/slides/lesson/diagrams/${await idOfDiagram()}.svg`, '../../../../home/.bashrc');
      const { status, stderr } = await capas(...args);
      expect(stderr).toMatch(/slides\/lesson\/diagrams\/\S+\.svg: a link to .*Remove it/);
      expect(status).toBe(2);
    },
  );

  it('neither is a folder of diagrams, whose pictures are not taken for obsolete ones', async () => {
    const drawn = '<svg id="d-00000000"/>';
    put('pictures/d-00000000.svg', drawn);
    link('repo/slides/lesson/diagrams', '../../../pictures');
    const { status, stdout } = await capas('diagrams', '--prune');
    expect(stdout).not.toContain('removed');
    expect(status).toBe(2);
    expect(readdirSync(at('pictures'))).toEqual(['d-00000000.svg']);
    expect(read('pictures/d-00000000.svg')).toBe(drawn);
  });

  it.each(['diagrams', 'diagrams/d-00000000.svg'])('remove nothing where they lead: %s', async (path) => {
    put('repo/slides/lesson/index.md', page);
    put('pictures/d-00000000.svg', '<svg id="d-00000000"/>');
    const up = '../'.repeat(path.split('/').length + 2);
    link(`repo/slides/lesson/${path}`, `${up}${path.replace('diagrams', 'pictures')}`);
    expect(read(`repo/slides/lesson/diagrams/d-00000000.svg`)).toContain('<svg');
    const { status, stdout } = await capas('diagrams', '--prune');
    expect(stdout).toContain('0 drawn, 0 there already, 0 removed');
    expect(status).toBe(0);
    expect(read(`repo/slides/lesson/diagrams/d-00000000.svg`)).toContain('<svg');
  });

  it('copy nothing of the user’s into a site or what is inspected', async () => {
    const secret = 'TOP-SECRET-WORDS';
    put('private/secret.md', `# Secret\n\n${secret}\n\n\`\`\`console\n$ echo ${secret}\n${secret}\n\`\`\`\n`);
    put('private/secret.png', secret);
    put('private/secret.cast', `{"version":3,"term":{"cols":80,"rows":24},"command":"${secret}"}\n`);
    put('private/secret.svg', `<svg id="${await idOfDiagram()}"><text>${secret}</text></svg>`);
    const up = '../../../private';
    for (const name of ['x.png', 'paper2.pdf', 'x.svg'])
      link(`repo/slides/lesson/${name}`, `${up}/secret.png`);
    link('repo/slides/lesson/text.md', `${up}/secret.md`);
    link('repo/slides/lesson/pictures', up);
    link('repo/slides/other', '../../private');
    link('repo/slides/another.md', '../../private/secret.md');
    link('repo/slides/lesson/diagrams', up);
    link('repo/slides/lesson/recordings', up);
    link('repo/slides/lesson/exercises.yml', `${up}/secret.md`);
    put(
      'repo/slides/lesson/index.md',
      [
        ...['# Lesson', '', '## One', '', '![x](x.png) ![y](pictures/secret.png) ![z](x.svg)', ''],
        ...['[paper](paper2.pdf) [way](../../../private/secret.png) [text](text.md)', ''],
        ...['```console', '$ true', '```', '', '{% include_relative text.md %}', '', '--8<-- "text.md"', ''],
        ...['```layers', 'images: [ubuntu]', '```', ''],
      ].join('\n'),
    );
    const built = await capas('build');
    expect(built.status).toBe(0);
    const files = readdirSync(at('repo/out'), { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile()))
      expect(readFileSync(join(file.parentPath, file.name), 'utf8'), file.name).not.toContain(secret);
    for (const file of files) expect(file.isSymbolicLink(), file.name).toBe(false);
    expect(existsSync(at('repo/out/lesson/x.png'))).toBe(false);
    const inspected = await capas('inspect', '--json');
    expect(inspected.stdout + inspected.stderr).not.toContain(secret);
  });

  it('are no lessons where the user names none', async () => {
    rmSync(at('repo/slides'), { recursive: true });
    put('private/secret.md', '# Secret\n\nwords\n');
    link('repo/slides', '../private');
    const { status, stderr } = await capas('build');
    expect(stderr).toMatch(/^capas: slides: .*leads out/);
    expect(status).toBe(2);
    expect(existsSync(at('repo/out'))).toBe(false);
    expect((await capas('build', 'slides')).status).toBe(0);
  });
});

describe('a PDF', () => {
  it('is written through no link of its name', async () => {
    link('repo/lesson.pdf', '../home/thesis.pdf');
    for (const args of [[], ['-o', 'lesson.pdf']]) {
      const { status, stderr } = await capas('pdf', 'slides', ...args);
      expect(stderr).toMatch(/^capas: lesson\.pdf: a link to \.\.\/home\/thesis\.pdf/);
      expect(status).toBe(2);
    }
  });

  it('takes the place of no file that Capas did not print, unless the user names it', async () => {
    put('repo/slides/thesis/index.md', '# Thesis\n\n## One\n\nText.\n');
    link('repo/print', '../home');
    put('repo/lesson.pdf', 'mine');
    for (const args of [['-o', 'print'], ['slides/lesson']]) {
      const { status, stderr } = await capas('pdf', ...args);
      expect(stderr).toMatch(/^capas: .*\.pdf: not printed by capas/);
      expect(status).toBe(2);
    }
    expect(read('repo/lesson.pdf')).toBe('mine');
    expect((await capas('pdf', 'slides/lesson', '-o', 'lesson.pdf')).status).toBe(0);
    expect(read('repo/lesson.pdf')).toMatch(/^%PDF/);
    expect((await capas('pdf', 'slides/lesson')).status).toBe(0);
  });
});
