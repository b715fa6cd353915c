import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listProcesses, SESSION_MARK, sendSignal } from './processes.ts';
import { beginRun } from './run-mark.ts';
import { openSession, type Session } from './session.ts';
import { sweep } from './sweep.ts';

/** Of this run of the test alone. */
const OWN = `test${process.pid}-`;
const children: ChildProcess[] = [];
const sessions: Session[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(sessions.splice(0).map((session) => session.close()));
});

/** A process that takes no notice of a hang-up. */
function start(mark: string, script = 'trap "" HUP TERM; exec sleep 1000'): ChildProcess {
  const child = spawn('bash', ['-c', script], {
    env: { PATH: process.env['PATH'], [SESSION_MARK]: mark },
    stdio: 'ignore',
  });
  children.push(child);
  return child;
}

/** A session whose shell waits for a line. */
async function open(mark: string): Promise<Session> {
  const session = openSession({ cwd: tmpdir(), columns: 80, rows: 24, mark });
  sessions.push(session);
  await new Promise<void>((resolve) => {
    session.listen(({ type }) => type === 'prompt' && resolve());
  });
  return session;
}

const marked = async (mark: string) => (await listProcesses()).filter((one) => one.mark.startsWith(mark));
const isAlive = (child: ChildProcess) => child.exitCode === null && sendSignal(child.pid!, 0);

describe('a sweep', () => {
  it('ends what carries the mark, and nothing else', async () => {
    const [own, other, none] = [start('run.one'), start('run.two'), start('')];
    await expect.poll(async () => (await marked('run.')).length).toBeGreaterThanOrEqual(2);
    expect(await sweep({ isMarked: (mark) => mark === 'run.one' })).toBe(0);
    await expect.poll(() => isAlive(own)).toBe(false);
    expect([isAlive(other), isAlive(none)]).toEqual([true, true]);
    await sweep({ isMarked: (mark) => mark === 'run.two' });
  });

  it('ends also what is started while it sweeps', async () => {
    start(`${OWN}hopper`, 'trap "" HUP; hop() { sleep 0.1; (($1 == 0)) || (hop $(($1 - 1))) & }; hop 60');
    await expect
      .poll(async () => (await marked(`${OWN}hopper`)).length, { timeout: 3000 })
      .toBeGreaterThan(0);
    expect(await sweep({ isMarked: (mark) => mark === `${OWN}hopper` })).toBe(0);
    expect(await marked(`${OWN}hopper`)).toEqual([]);
  });
});

describe('the end of a session', () => {
  it.each([
    ['its own group', 'setsid sleep 1000'],
    ['no parent', '(setsid bash -c "trap \'\' HUP TERM; sleep 1000 & exec sleep 1000" &)'],
    ['nohup', 'nohup sleep 1000 >/dev/null 2>&1 & disown'],
    ['no mark, but the terminal', '(env -i PATH="$PATH" nohup sleep 1000 >/dev/null 2>&1 &)'],
  ])('is the end of what has %s', async (_, command) => {
    const session = await open(`${OWN}session`);
    session.write(`${command}\r`);
    const find = async () => {
      const running = await listProcesses();
      const shell = running.find(({ pid }) => pid === session.pid)!;
      return running.filter(
        ({ pid, mark, leader }) => pid !== shell.pid && (mark === shell.mark || leader === shell.pid),
      );
    };
    let found = await find();
    await expect
      .poll(async () => {
        found = await find();
        return found.length;
      })
      .toBeGreaterThan(0);
    await session.close();
    const left = new Set((await listProcesses()).map(({ pid, started }) => `${pid} ${started}`));
    expect(found.filter(({ pid, started }) => left.has(`${pid} ${started}`))).toEqual([]);
  });

  it('is the end of what its shell left when it ended by itself', async () => {
    const session = await open(`${OWN}alone`);
    session.write('setsid sleep 1000 &\r');
    await expect.poll(async () => (await marked(`${OWN}alone.`)).length).toBeGreaterThan(1);
    session.write('exit\r');
    await expect.poll(async () => (await marked(`${OWN}alone.`)).length, { timeout: 4000 }).toBe(0);
  });
});

describe('the beginning of a run', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
  const makeFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'capas-runs-'));
    folders.push(folder);
    return folder;
  };
  const fail = (fault: unknown) => {
    throw fault;
  };
  const dead = 'd'.repeat(32);
  const leave = (folder: string, run: object) => {
    mkdirSync(join(folder, 'runs'), { recursive: true });
    writeFileSync(
      join(folder, 'runs', `${dead}.json`),
      JSON.stringify({ host: hostname(), pid: process.pid, started: 'long ago', mark: dead, ...run }),
    );
  };

  it('is written down for the user alone, and forgotten at its end', async () => {
    const folder = makeFolder();
    const run = await beginRun(folder, fail);
    const [file] = readdirSync(join(folder, 'runs'));
    expect(statSync(join(folder, 'runs', file!)).mode & 0o077).toBe(0);
    run.forget();
    expect(readdirSync(join(folder, 'runs'))).toEqual([]);
  });

  it('ends what a run that is gone has left, though its number lives again', async () => {
    const folder = makeFolder();
    const child = start(`${dead}.session`);
    await expect.poll(async () => (await marked(dead)).length).toBeGreaterThan(0);
    leave(folder, {});
    (await beginRun(folder, fail)).forget();
    await expect.poll(() => isAlive(child)).toBe(false);
    expect(readdirSync(join(folder, 'runs'))).toEqual([]);
  });

  it('leaves alone what a run that lives has, and runs of other machines', async () => {
    const folder = makeFolder();
    const child = start(`${dead}.session`);
    await expect.poll(async () => (await marked(dead)).length).toBeGreaterThan(0);
    const { started } = (await listProcesses()).find(({ pid }) => pid === process.pid)!;
    for (const run of [{ started }, { host: 'elsewhere' }]) {
      leave(folder, run);
      (await beginRun(folder, fail)).forget();
      expect(isAlive(child)).toBe(true);
      expect(readdirSync(join(folder, 'runs'))).toEqual([`${dead}.json`]);
    }
    await sweep({ isMarked: (mark) => mark.startsWith(dead) });
  });

  it.each(['{}', 'no JSON', `{"host":"${hostname()}","pid":1,"started":"","mark":""}`])(
    'a damaged file (%s) ends nothing, least of all what has no mark',
    async (text) => {
      const folder = makeFolder();
      const child = start('');
      leave(folder, {});
      writeFileSync(join(folder, 'runs', `${dead}.json`), text);
      (await beginRun(folder, fail)).forget();
      expect(isAlive(child)).toBe(true);
    },
  );

  it('goes on where it can’t be written', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'runs'), '');
    const faults: unknown[] = [];
    (await beginRun(folder, (fault) => faults.push(fault))).forget();
    expect(faults.length).toBeGreaterThan(0);
  });
});
