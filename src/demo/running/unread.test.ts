import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OnFault } from '../../system/safely.ts';
import { openSession, type Session, type SessionEvent } from '../session/session.ts';
import type { Shell } from '../session/shell.ts';
import { words } from '../words.ts';
import { findShell, makeDemo, makeStep, type TestDemo } from './demo.fixture.ts';

const SHELLS = [findShell('bash'), findShell('zsh')].filter((shell) => shell !== null);

let folder: string;
let mine: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unread-'));
  mine = join(folder, 'mine');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.each(SHELLS)('a line meant for a program is not run by the $kind around it', (shell) => {
  let demo: TestDemo;
  afterEach(() => demo.runner.close());

  const PROMPT = 'root@0123456789ab:/# ';
  const start = (steps: Parameters<typeof makeDemo>[0]) =>
    makeDemo(steps, { open: () => openSession({ cwd: folder, columns: 80, rows: 24, shell }) });
  const hostile = (afterPrompt: string) =>
    makeStep(`bash -c 'printf "${PROMPT}"; ${afterPrompt}'`, { id: 'open', interactive: true });
  const within = () => makeStep(`touch ${mine}`, { inside: 'open', prompt: PROMPT.trim() });
  /** Ends when a line lies there that nobody has read. */
  const WHEN_TYPED = 'until read -t 0; do sleep 0.01; done';

  it.each([
    ['ends when it was typed', WHEN_TYPED],
    ['ends with a terminal that is set otherwise', `stty raw -echo; ${WHEN_TYPED}`],
    ['ends, and lets another one go on', `sleep 5 & ${WHEN_TYPED}`],
    ['fails', `${WHEN_TYPED}; exit 3`],
  ])('that %s', async (_, afterPrompt) => {
    demo = start([hostile(afterPrompt), within(), makeStep('echo host')]);
    expect(await demo.runner.run('open')).toMatchObject({ state: 'open' });
    expect(await demo.runner.run(within().id)).toMatchObject({ state: 'failed', note: words.en.unread });
    expect(await demo.runner.run('echo host')).toMatchObject({ state: 'done', printed: 'host', note: '' });
    expect(existsSync(mine)).toBe(false);
    expect(demo.screen()).not.toMatch(/133;|1338|capas/);
  });

  it('that was opened by hand', async () => {
    demo = start([makeStep('true'), hostile(''), within(), makeStep('echo host')]);
    await demo.runner.run('true');
    demo.runner.input(1, `${hostile(WHEN_TYPED).command}\r`);
    await expect.poll(() => demo.screen()).toMatch(/# $/);
    expect(await demo.runner.run(within().id)).toMatchObject({ state: 'failed', note: words.en.unread });
    expect(await demo.runner.run('echo host')).toMatchObject({ state: 'done', printed: 'host' });
    expect(existsSync(mine)).toBe(false);
  });

  it('whose own command shows the prompt, opened by hand', async () => {
    demo = start([makeStep('true'), hostile(''), within()]);
    await demo.runner.run('true');
    demo.runner.input(1, `printf '${PROMPT}'; read -r line; echo "[$line]"\r`);
    await expect.poll(() => demo.screen()).toMatch(/\n.*# $/);
    const note = words.en.programEnded;
    expect(await demo.runner.run(within().id)).toMatchObject({ state: 'failed', note });
    demo.runner.input(1, 'by hand\r');
    await expect.poll(() => demo.screen()).toContain('\n[by hand]');
  });

  it('that took its place', async () => {
    const replacing = { ...hostile(''), command: `exec ${hostile(WHEN_TYPED).command}` };
    demo = start([replacing, within(), makeStep('echo host')]);
    await demo.runner.run('open');
    const note = words.en.shellEnded;
    expect(await demo.runner.run(within().id)).toMatchObject({ state: 'failed', note });
    expect(await demo.runner.run('echo host')).toMatchObject({ state: 'done', printed: 'host' });
    expect(existsSync(mine)).toBe(false);
  });

  it('that ends before the last line', async () => {
    const two = makeStep('read\necho two', { inside: 'open', prompt: PROMPT.trim() });
    demo = start([hostile('read -r'), two]);
    await demo.runner.run('open');
    const note = words.en.endedBefore('echo two');
    expect(await demo.runner.run(two.id)).toMatchObject({ state: 'failed', note });
    expect(demo.screen()).not.toContain('two');
  });
});

describe.each(SHELLS)('what a program leaves unread in $kind', (shell) => {
  let session: Session;
  let events: SessionEvent[];
  afterEach(() => session.close());

  async function open(chosen: Shell, onFault: OnFault = () => {}): Promise<void> {
    session = openSession({ cwd: folder, columns: 80, rows: 24, shell: chosen, onFault });
    events = [];
    session.listen((event) => events.push(event));
    await untilPrompt(1);
  }
  const count = (type: string) => events.filter((event) => event.type === type).length;
  const untilPrompt = (times: number) => expect.poll(() => count('prompt')).toBeGreaterThanOrEqual(times);
  const screen = () =>
    events.map((event) => (event.type === 'output' ? Buffer.from(event.bytes).toString() : '')).join('');

  it('is thrown away when it was guarded, also what comes before its end was heard of', async () => {
    await open(shell);
    session.listen(({ type }) => {
      if (type === 'ended' && session.guarded) session.write(`touch ${mine}\r`);
    });
    session.guard();
    session.write('sleep 0.1\r');
    session.write('touch before\r');
    await expect.poll(() => events.find(({ type }) => type === 'discarded')).toMatchObject({ any: true });
    session.write('echo la""st\r');
    await expect.poll(screen).toContain('\nlast');
    expect(readdirSync(folder)).toEqual([]);
    expect(session.guarded).toBe(false);
  });

  it('is nothing where all was read', async () => {
    await open(shell);
    session.guard();
    session.write('read -r line; echo "[$line]"\r');
    await expect.poll(() => count('started')).toBe(1);
    session.write('read\r');
    await expect.poll(() => events.find(({ type }) => type === 'discarded')).toMatchObject({ any: false });
    expect(screen()).toContain('[read]');
  });

  it('is typed ahead where it was not guarded, and also after it was', async () => {
    await open(shell);
    session.guard();
    session.write('true\r');
    await untilPrompt(2);
    session.write('sleep 0.1\r');
    session.write('touch ahead\r');
    await untilPrompt(4);
    expect(readdirSync(folder)).toEqual(['ahead']);
  });

  it('ends at keys that do nothing when they are late', async () => {
    await open(shell);
    const write = vi.spyOn(session, 'write');
    session.guard();
    session.write('true\r');
    await untilPrompt(2);
    const keys = write.mock.calls.at(-1)![0];
    expect(keys).not.toBe('true\r');
    session.write(`${keys}echo la""te\r`);
    await expect.poll(screen).toMatch(/\nlate\r?\n/);
  });

  it('leaves no file behind', async () => {
    vi.stubEnv('TMPDIR', folder);
    await open(shell);
    session.guard();
    const [guard = '', ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect(statSync(join(folder, guard)).mode & 0o777).toBe(0o600);
    await session.close();
    expect(readdirSync(folder)).toEqual([]);
    vi.unstubAllEnvs();
  });

  it('cannot be guarded where nothing can be written, and says so', async () => {
    vi.stubEnv('TMPDIR', join(folder, 'temporary'));
    mkdirSync(join(folder, 'temporary'));
    const faults: unknown[] = [];
    await open(shell, (fault) => faults.push(fault));
    rmSync(join(folder, 'temporary'), { recursive: true });
    session.guard();
    expect([session.guarded, faults.length]).toEqual([false, 1]);
    vi.unstubAllEnvs();
  });
});
