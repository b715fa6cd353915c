import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  findDescendants,
  findOfShell,
  isInFront,
  killForeground,
  listProcesses,
  readProgram,
  SESSION_MARK,
  sendSignal,
} from './processes.ts';
import { openSession } from './session.ts';

const children: ChildProcess[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const child of children.splice(0)) sendSignal(-child.pid!, 'SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function start(file: string, words: string[], env: NodeJS.ProcessEnv = process.env): ChildProcess {
  const child = spawn(file, words, { detached: true, stdio: 'ignore', env });
  children.push(child);
  return child;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'processes-'));
  folders.push(folder);
  return folder;
}

const listDescendants = async (pid: number) =>
  findDescendants(await listProcesses(), pid).map((one) => one.pid);
const find = async (pid: number) => (await listProcesses()).find((one) => one.pid === pid);

describe('processes below another one', () => {
  it('are children and grandchildren, the nearest first, and nobody else', async () => {
    const script = 'bash -c "sleep 1000 & sleep 1001 & wait"; true';
    const child = start('bash', ['-c', script]);
    await expect.poll(() => listDescendants(child.pid!)).toHaveLength(3);
    const [inner, ...sleepers] = await listDescendants(child.pid!);
    expect((await listDescendants(inner!)).sort()).toEqual([...sleepers].sort());
    expect(await listDescendants(sleepers[0]!)).toEqual([]);
  });

  it('are none of one that is not there, nor the one that is its own parent', () => {
    const make = (pid: number, parent: number) => ({ pid, parent, leader: 0, started: '', mark: '' });
    expect(findDescendants([make(2, 1)], 1)).toEqual([]);
    expect(findDescendants([make(1, 1), make(2, 1)], 1).map(({ pid }) => pid)).toEqual([2]);
  });
});

it('tells whether there was somebody to signal', async () => {
  const child = start('sleep', ['1000']);
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  expect(sendSignal(child.pid!, 0)).toBe(true);
  expect(sendSignal(child.pid!, 'SIGTERM')).toBe(true);
  expect(await ended).toBe('SIGTERM');
  expect(sendSignal(child.pid!, 0)).toBe(false);
});

describe.runIf(process.platform === 'linux')('a process is known by', () => {
  it('its parent, its start and its session, whatever it is called', async () => {
    const file = join(makeFolder(), 'a) 1 (b');
    copyFileSync('/bin/sleep', file);
    const child = start(file, ['1000'], { [SESSION_MARK]: 'the.mark' });
    await expect.poll(() => find(child.pid!)).toMatchObject({ parent: process.pid, mark: 'the.mark' });
    const one = await find(child.pid!);
    expect(one).toEqual({
      ...{ pid: child.pid, parent: process.pid, leader: child.pid, mark: 'the.mark' },
      started: expect.stringMatching(/^\d+$/),
    });
    expect((await find(process.pid))!.started).not.toBe(one!.started);
  });

  it.each(['conmon', 'containerd-shim-1', 'docker-proxy'])(
    'no session where it is %s, which is the engine’s',
    async (name) => {
      const file = join(makeFolder(), name);
      copyFileSync('/bin/sleep', file);
      const child = start(file, ['1000'], { [SESSION_MARK]: 'the.mark' });
      await expect.poll(async () => (await readProgram(child.pid!)).words).toBe(`${file} 1000`);
      expect(await find(child.pid!)).toMatchObject({ mark: '' });
    },
  );

  it('the program that it runs, and another start of the same is another one', async () => {
    const script = '[ "$A" ] && sleep 1000; export A=1; sleep 0.3; exec bash -c "$BASH_EXECUTION_STRING"';
    const child = start('bash', ['-c', script]);
    const words = async () => (await readProgram(child.pid!)).words;
    await expect.poll(words, { timeout: 10_000 }).toBe(`bash -c ${script}`);
    const before = await readProgram(child.pid!);
    const isAnother = async () => {
      const { words, started } = await readProgram(child.pid!);
      return words === before.words && started !== before.started;
    };
    await expect.poll(isAnother, { timeout: 10_000 }).toBe(true);
    const after = await readProgram(child.pid!);
    expect(await readProgram(child.pid!)).toEqual(after);
    expect((await readProgram(2 ** 30)).words).toBe('');
  });
});

describe('the terminal of a shell', () => {
  it('is its own at the prompt, and its command’s meanwhile, which alone is signalled', async () => {
    const session = openSession({ cwd: tmpdir(), columns: 80, rows: 24 });
    const marks: string[] = [];
    session.listen((event) => marks.push(event.type === 'ended' ? `ended ${event.status}` : event.type));
    await expect.poll(() => marks.at(-1)).toBe('output');
    await expect.poll(() => marks).toContain('prompt');
    expect(await isInFront(session.pid)).toBe(true);
    await killForeground(session.pid, 'SIGKILL');
    session.write('sleep 1000\r');
    await expect.poll(() => isInFront(session.pid)).toBe(false);
    expect((await find(session.pid))!.leader).toBe(session.pid);
    await killForeground(session.pid, 'SIGTERM');
    await expect.poll(() => marks).toContain('ended 143');
    await session.close();
  });
});

describe('where there is no /proc', () => {
  const platform = process.platform;
  afterEach(() => {
    Object.defineProperty(process, 'platform', { value: platform });
    vi.unstubAllEnvs();
  });

  /** A `ps` that answers as that of macOS does. */
  function putPs(answers: Record<string, string>): void {
    const folder = makeFolder();
    const cases = Object.entries(answers).map(([words, text]) => `'${words}') printf '%s' '${text}' ;;`);
    writeFileSync(join(folder, 'ps'), `#!/bin/sh\ncase "$*" in\n${cases.join('\n')}\n*) exit 1 ;;\nesac\n`, {
      mode: 0o755,
    });
    vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
    Object.defineProperty(process, 'platform', { value: 'darwin' });
  }

  it('`ps` lists the processes', async () => {
    putPs({
      '-A -E -ww -o pid=,ppid=,lstart=,command=': [
        '    1     0 Mon Nov 23 09:00:01 2026 /sbin/launchd',
        `  700   650 Mon Nov 23 10:00:01 2026     -bash A=b ${SESSION_MARK}=the.mark HOME=/Users/ana`,
        '',
      ].join('\n'),
    });
    expect(await listProcesses()).toEqual([
      { pid: 1, parent: 0, leader: 0, started: 'Mon Nov 23 09:00:01 2026', mark: '' },
      { pid: 700, parent: 650, leader: 0, started: 'Mon Nov 23 10:00:01 2026', mark: 'the.mark' },
    ]);
  });

  it('`ps` tells the program and who has the terminal', async () => {
    putPs({ '-o args= -p 700': '-bash\n', '-o tpgid= -p 700': '  700\n', '-o tpgid= -p 650': '  700\n' });
    expect(await readProgram(700)).toEqual({ words: '-bash', started: '-bash' });
    expect([await isInFront(700), await isInFront(650)]).toEqual([true, false]);
  });
});

describe('what belongs to a shell', () => {
  const processOf = (pid: number, parent: number, leader: number) => ({
    ...{ pid, parent, leader },
    ...{ started: `${pid}`, mark: '' },
  });
  const running = [
    processOf(1, 0, 1),
    processOf(10, 5, 10),
    processOf(11, 10, 10),
    processOf(12, 11, 12),
    processOf(13, 1, 10),
    // A container's first process, at a terminal that may have the same number.
    processOf(20, 15, 20),
    processOf(30, 1, 0),
  ];
  const pidsOf = (shell: number) => [...new Set(findOfShell(running, shell).map(({ pid }) => pid))];

  it('is itself, what is below it, and what has its terminal and no parent any more', () => {
    expect(pidsOf(10)).toEqual([10, 11, 12, 13]);
  });

  it('is nothing when it is gone', () => {
    expect(pidsOf(0)).toEqual([]);
    expect(pidsOf(99)).toEqual([]);
  });
});
