import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot, packageVersion } from '../../../src/system/package-root.ts';
import { enterBy } from '../../entry/enter.ts';

const capas = join(packageRoot, 'bin', 'capas.js');
let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-cli-'));
  env = { PATH: process.env['PATH'], HOME: folder, DOCKER_HOST: 'unix:///nowhere' };
  mkdirSync(join(folder, 'lesson'));
  writeFileSync(
    join(folder, 'lesson', 'index.md'),
    '# Lesson\n\n## One\n\n```console\n$ echo one\none\n```\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

const run = (...args: string[]) => runWith({}, ...args);

function runWith(more: NodeJS.ProcessEnv, ...args: string[]): Promise<Run> {
  const options = { cwd: folder, env: { ...env, ...more } };
  return new Promise((resolve) => {
    execFile(process.execPath, [capas, ...args], options, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

/** Starts `present` and waits for its address. */
const present = (...args: string[]) => presentWith({}, ...args);

async function presentWith(more: NodeJS.ProcessEnv, ...args: string[]) {
  const child = spawn(process.execPath, [capas, 'present', ...args], {
    cwd: folder,
    env: { ...env, ...more },
  });
  let said = '';
  child.stderr.on('data', (part) => {
    said += part;
  });
  const address = await new Promise<string>((resolve) =>
    child.stdout.once('data', (part) => resolve(String(part))),
  );
  return {
    address: address.trim(),
    said: () => said,
    async end() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      return ended;
    },
  };
}

describe('what can’t be read', () => {
  it.each([
    ['a page that is not there', 'gone.md', /gone\.md: there is no such page/],
    ['a folder without a lesson', 'empty', /empty: .*lesson/i],
    ['something else than a page', 'picture.png', /picture\.png: /],
  ])('%s is one line with the path and what to do, and status 2', async (_, path, message) => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    writeFileSync(join(folder, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]));
    for (const command of ['inspect', 'present']) {
      const { status, stdout, stderr } = await run(command, path);
      expect(stderr).toMatch(message);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stdout).toBe('');
      expect(status).toBe(2);
    }
  });

  it('front matter that is no YAML is a warning with its line; the page still compiles', async () => {
    writeFileSync(join(folder, 'broken.md'), '---\ntitle: "open\nlang: es\n---\n\n# Page\n\nText.\n');
    const { status, stdout } = await run('inspect', 'broken.md', '--json');
    const { slides, warnings } = JSON.parse(stdout);
    expect(slides.length).toBeGreaterThan(0);
    expect(warnings[0].line).toBeGreaterThanOrEqual(2);
    expect(warnings[0].line).toBeLessThanOrEqual(4);
    expect(status).toBe(0);
  });
});

describe('inspect --blocks', () => {
  it('is a table of what each line was taken for, and why', async () => {
    const { stdout, status } = await run('inspect', 'lesson', '--blocks');
    const [source, head, ...rows] = stdout.trim().split('\n');
    expect(source).toBe('lesson/index.md');
    expect(head).toMatch(/^line\(s\) +kind +why +first words$/);
    expect(rows[0]).toMatch(/^1 +heading +begins with # +# Lesson$/);
    expect(rows[2]).toMatch(/^5-8 +transcript +between ```.* {2}```console$/);
    expect(rows[3]).toMatch(/^6 {3,}command +runs as step \w+ +\$ echo one$/);
    expect(rows[4]).toMatch(/^7 {3,}output +printed by the command above +one$/);
    expect(status).toBe(0);
  });

  it('--json gives the same as data, with the codes and the steps', async () => {
    const { steps } = JSON.parse((await run('inspect', 'lesson', '--json')).stdout);
    const { source, lines } = JSON.parse((await run('inspect', 'lesson', '--blocks', '--json')).stdout);
    expect(source).toBe('lesson/index.md');
    expect(lines[2]).toMatchObject({ from: 5, to: 8, kind: 'transcript', text: '```console' });
    expect(lines[2].why[0]).toEqual({ code: 'fence', words: 'between ```' });
    expect(lines[2].inside[0]).toMatchObject({ from: 6, to: 6, kind: 'command', step: steps[0].id });
  });
});

describe('usage', () => {
  it('--version and --help', async () => {
    expect((await run('--version')).stdout.trim()).toBe(packageVersion());
    const { stdout, status } = await run('--help');
    for (const command of [
      'present',
      'open',
      'inspect',
      'lint',
      'rehearse',
      'preload',
      'reset',
      'diagrams',
      'pdf',
      'build',
      'doctor',
    ])
      expect(stdout).toContain(command);
    // No colours: it is not a terminal that reads this.
    expect(stdout).not.toContain('\x1b');
    expect(status).toBe(0);
  });

  it.each([
    ['no command', [], /no command/],
    ['an unknown command', ['presnt'], /unknown command presnt/],
    ['an unknown option', ['present', '--prot', '1'], /unknown option --prot/],
    ['a port that is none', ['present', 'lesson', '--port', 'x'], /--port x/],
    ['a second path', ['inspect', 'a.md', 'b.md'], /unexpected argument b\.md/],
  ])('%s ends with 2 and says what it was', async (_, args, message) => {
    const { status, stderr } = await run(...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
});

describe('capas present', () => {
  it('prints one address, that answers, and ends at Ctrl+C', async () => {
    const { address, end } = await present('lesson', '--no-open', '--port', '0');
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/#key=[\w-]{60,}$/);
    const guest = await enterBy(address);
    expect(await (await guest.fetch('lesson/')).text()).toContain('Lesson');
    expect(await end()).toBe(0);
  });

  it('serves at another port each time, unless one is named', async () => {
    const first = await present('lesson', '--no-open');
    const second = await present('lesson', '--no-open');
    expect(new URL(first.address).port).not.toBe(new URL(second.address).port);
    await Promise.all([first.end(), second.end()]);
  });

  it('warns when the course is the home folder', async () => {
    writeFileSync(join(folder, 'page.md'), '# Page\n');
    const { said, end } = await present('page.md', '--no-open');
    await expect.poll(said).toContain('the course is your home folder');
    await end();
    const other = await present('lesson', '--no-open');
    await expect.poll(other.said).toContain('Ctrl+C');
    expect(other.said()).not.toContain('home folder');
    await other.end();
  });

  it('goes on where nothing can be written, and says what does not work then', async () => {
    writeFileSync(join(folder, 'no-folder'), '');
    const state = { XDG_STATE_HOME: join(folder, 'no-folder') };
    const { address, said, end } = await presentWith(state, 'lesson', '--no-open');
    await enterBy(address);
    await expect.poll(said).toContain("capas open and coming back after a crash won't work");
    expect(await end()).toBe(0);
  });

  it('takes the next free port and says so', async () => {
    const other = createTcpServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { address, said, end } = await present('lesson', '--no-open', '--port', String(port));
    expect(Number(new URL(address).port)).toBeGreaterThan(port);
    await expect.poll(said).toContain(`port ${port} is taken; using ${new URL(address).port}`);
    await end();
    other.close();
  });

  it('goes on serving where no browser can be opened, and says so', async () => {
    const { address, said, end } = await present('lesson', '--port', '0');
    await expect.poll(said, { timeout: 10_000 }).toContain('no browser could be opened');
    await enterBy(address);
    await end();
  });
});

describe('capas open', () => {
  it('lets another browser in, as long as something is presented', async () => {
    const { address, end } = await present('lesson', '--no-open');
    for (const args of [[], ['lesson'], [join(folder, 'lesson')]]) {
      const { stdout, status } = await run('open', '--no-open', ...args);
      expect(status).toBe(0);
      expect(stdout.trim()).not.toBe(address);
      await enterBy(stdout.trim());
    }
    expect((await run('open', '--no-open', 'docker.md')).status).toBe(2);
    await end();
    const after = await run('open', '--no-open');
    expect(after).toMatchObject({ status: 2, stdout: '' });
    expect(after.stderr).toContain('capas present');
  });
});

describe('a proxy with a password', () => {
  const proxy = { https_proxy: 'http://ana:s3cret@proxy.example:3128' };
  const told = /commands get https_proxy without user and password.*CAPAS_KEEP_PROXY=1/;

  it('is told by doctor and at the start, without its password', async () => {
    const { stdout, status } = await runWith(proxy, 'doctor', 'lesson');
    expect(stdout).toMatch(/! Proxy +commands get https_proxy/);
    expect(stdout).toMatch(told);
    expect(status).toBe(0);
    const { said, end } = await presentWith(proxy, 'lesson', '--no-open');
    await expect.poll(said).toMatch(told);
    await end();
    expect(stdout + said()).not.toContain('s3cret');
  });

  it.each([
    ['where nothing runs', '', ['--replay']],
    ['where it is given whole', '1', []],
  ])('is no matter %s', async (_, keep, options) => {
    const more = { ...proxy, CAPAS_KEEP_PROXY: keep };
    const { said, end } = await presentWith(more, 'lesson', '--no-open', ...options);
    await expect.poll(said).toContain('capas open opens it again');
    await end();
    expect(said()).not.toContain('proxy');
  });
});

describe('capas doctor and preload', () => {
  it('says what is there, as text and as JSON', async () => {
    const { stdout, status } = await run('doctor', 'lesson');
    expect(stdout).toMatch(/✓ Node\.js +\d+/);
    expect(stdout).toContain('not needed by these commands');
    expect(stdout).toMatch(/✓ Address 127\.0\.0\.1 +can be served from/);
    const { findings } = JSON.parse((await run('doctor', 'lesson', '--json')).stdout);
    expect(findings.map(({ name }: { name: string }) => name)).toContain('Shell');
    expect(status).toBe(0);
  });

  it('says that no engine answers, and how the lesson is shown then', async () => {
    writeFileSync(join(folder, 'docker.md'), '# D\n\n```console\n$ docker run hello-world\n```\n');
    expect((await run('doctor', 'docker.md')).stdout).toMatch(
      /! Container engine +none answers, so the buttons replay/,
    );
    const { status, stderr } = await run('preload', 'docker.md');
    expect(stderr).toContain('no container engine answers');
    expect(status).toBe(2);
  });

  it('has nothing to pull for a lesson without images', async () => {
    const { status, stdout } = await run('preload', 'lesson');
    expect(stdout).toContain('nothing to pull');
    expect(status).toBe(0);
  });
});
