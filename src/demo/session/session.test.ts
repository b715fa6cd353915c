import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findShell } from '../running/demo.fixture.ts';
import { sendSignal } from './processes.ts';
import { openSession, type Session, type SessionEvent, type SessionOptions } from './session.ts';

vi.mock('@lydell/node-pty', async (original) => {
  const real = await original<typeof import('@lydell/node-pty')>();
  return { ...real, spawn: vi.fn(real.spawn) };
});

let session: Session;
afterEach(() => session.close());

/** A session with all that happens in it, as texts. */
function open(options: Partial<SessionOptions> = {}) {
  const events: SessionEvent[] = [];
  session = openSession({ cwd: tmpdir(), columns: 80, rows: 24, ...options });
  session.listen((event) => events.push(event));
  const marks = () =>
    events.flatMap((event) => {
      if (event.type === 'output') return [];
      return [event.type === 'ended' ? `ended ${event.status}` : event.type];
    });
  const text = () =>
    events.map((event) => (event.type === 'output' ? Buffer.from(event.bytes).toString() : '')).join('');
  return { marks, text, events };
}

describe('a session', () => {
  it('says when a command starts and ends, and with which status, and not in what it prints', async () => {
    const { marks, text } = open();
    await expect.poll(() => marks().at(-1)).toBe('prompt');
    session.write('(exit 3)\r');
    await expect.poll(() => marks().slice(-3)).toEqual(['started', 'ended 3', 'prompt']);
    session.write('echo "\r');
    await expect.poll(() => marks().at(-1)).toBe('continued');
    session.write('"\r');
    await expect.poll(() => marks().slice(-3)).toEqual(['started', 'ended 0', 'prompt']);
    expect(text()).not.toContain('133;');
  });

  it('stands in its folder, has its size, and its environment is chosen', async () => {
    const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'capas-session-')));
    const { text, marks } = open({
      cwd,
      columns: 90,
      rows: 20,
      env: { PATH: process.env['PATH'], TOKEN: 'secret' },
    });
    await expect.poll(() => marks().at(-1)).toBe('prompt');
    session.write('echo "[$PWD $TOKEN $(stty size)]"\r');
    await expect.poll(text).toContain(`[${cwd}  20 90]\r\n`);
    session.resize(100, 20);
    session.resize(100, 30);
    session.write('echo "[$(stty size)]"\r');
    await expect.poll(text).toContain('[30 100]\r\n');
    expect([session.columns, session.rows]).toEqual([100, 30]);
    expect(session.tty).toMatch(/^\/dev\//);
    rmSync(cwd, { recursive: true });
  });

  it('ends once, with its shell, and takes nothing more', async () => {
    const { events } = open();
    const { pid } = session;
    await Promise.all([session.close(), session.close()]);
    expect(session.closed).toBe(true);
    expect(sendSignal(pid, 0)).toBe(false);
    expect(events.filter(({ type }) => type === 'exited')).toHaveLength(1);
    session.write('x');
    session.resize(10, 10);
    session.pause();
    session.resume();
    expect(session.columns).toBe(80);
  });

  it('tells the status that its shell ended with', async () => {
    const { events, marks } = open();
    await expect.poll(() => marks().at(-1)).toBe('prompt');
    session.write('exit 7\r');
    await expect.poll(() => events.at(-1)).toEqual({ type: 'exited', status: 7 });
  });

  it('tells the signal that its shell was ended by, as shells do', async () => {
    const { events, marks } = open();
    await expect.poll(() => marks().at(-1)).toBe('prompt');
    session.write('kill -9 $$\r');
    await expect.poll(() => events.at(-1)).toEqual({ type: 'exited', status: 137 });
  });

  it('ends with the signal, also one that was given before', async () => {
    const stop = new AbortController();
    open({ signal: stop.signal });
    stop.abort();
    await expect.poll(() => session.closed).toBe(true);
    open({ signal: stop.signal });
    await expect.poll(() => session.closed).toBe(true);
  });

  it('tells nothing to whom no longer listens', async () => {
    const { marks } = open();
    const seen: string[] = [];
    const leave = session.listen(({ type }) => seen.push(type));
    leave();
    await expect.poll(() => marks().at(-1)).toBe('prompt');
    expect(seen).toEqual([]);
  });

  it('that can’t be started says so, and leaves nothing behind', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'session-'));
    vi.stubEnv('TMPDIR', cwd);
    const cause = new Error('no terminal is left');
    vi.mocked(spawn).mockImplementationOnce(() => {
      throw cause;
    });
    const shell = { kind: 'bash', path: '/bin/bash', version: '5' } as const;
    const wanted = expect.objectContaining({ message: `could not start /bin/bash in ${cwd}`, cause });
    expect(() => openSession({ cwd, columns: 80, rows: 24, shell })).toThrow(wanted);
    expect(readdirSync(cwd)).toEqual([]);
    vi.unstubAllEnvs();
    rmSync(cwd, { recursive: true });
  });

  it('whose folder is not there has ended at once', async () => {
    const { events } = open({ cwd: '/nowhere/at-all' });
    await expect.poll(() => session.closed).toBe(true);
    expect(events.at(-1)).not.toEqual({ type: 'exited', status: 0 });
  });
});

describe.each([findShell('bash'), findShell('zsh')].filter((shell) => shell !== null))(
  'a $kind of ours',
  (shell) => {
    it('is quiet, keeps no history, and ends by no end of file', async () => {
      const { marks, text } = open({ shell });
      const type = async (keys: string, answer: string) => {
        session.write(`${keys}\r`);
        await expect.poll(text).toContain(answer);
        await expect.poll(() => marks().at(-1)).toBe('prompt');
      };
      await expect.poll(() => marks().at(-1)).toBe('prompt');
      await expect.poll(text).toMatch(/\x1b\[34m\$\x1b\[0m (\x1b\[K)?$/);
      await type('echo "[$HISTFILE|$MAILCHECK]" # a comment', '\n[|]\r\n');
      await type('echo "a!!b" !x', '\na!!b !x\r\n');
      await type('printf c""ut', '\ncut');
      await type('\x7f\x04\x04echo al""ive', 'alive\r\n');
      expect(text()).not.toMatch(/cut.*%|\x07|\x1b\[\?2004h/);
      session.write('echo "\r');
      await expect.poll(() => marks().at(-1)).toBe('continued');
      await expect.poll(text).toMatch(/> (\x1b\[K)?$/);
      session.write('still"\r');
      await expect.poll(text).toContain('\nstill\r\n');
    });

    it('tells also what looks like the beginning of a mark when it ends', async () => {
      const { marks, text } = open({ shell });
      await expect.poll(() => marks().at(-1)).toBe('prompt');
      session.write("exec printf 'end\\033]133;'\r");
      await expect.poll(() => session.closed).toBe(true);
      expect(text()).toMatch(/end\x1b\]133;$/);
    });
  },
);
