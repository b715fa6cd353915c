import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StepStatus } from '../../protocol/messages.ts';
import { words } from '../words.ts';
import { type FakeShell, makeFakeShell, makeStep, passTime, stopTime } from './demo.fixture.ts';
import { Runner } from './runner.ts';
import type { RunnableStep } from './runner-options.ts';

vi.mock('../session/processes.ts', async (original) => ({
  ...(await original<object>()),
  ...(await import('../session/processes.fixture.ts')),
}));

beforeEach(stopTime);
afterEach(() => {
  vi.useRealTimers();
});

const INTERRUPT = '\x03';
let shells: FakeShell[];
let statuses: StepStatus[];

/** A lesson whose shell waits for a line, and does with what is typed what it is told. */
function start(steps: RunnableStep[], answer: (keys: string, shell: FakeShell) => void) {
  [shells, statuses] = [[], []];
  return new Runner({
    ...{ steps, lang: 'en', onStatus: (status) => statuses.push(status) },
    open: () => {
      const shell = makeFakeShell(answer);
      shells.push(shell);
      setTimeout(() => shell.say({ type: 'prompt' }), 1);
      return shell.session;
    },
  });
}

const end = (shell: FakeShell, status = 0) => shell.say({ type: 'ended', status }, { type: 'prompt' });
const lastOf = (id: string) => statuses.findLast(({ step }) => step === id);

describe('a program is open', () => {
  const open = makeStep('open', { interactive: true });

  it.each([
    ['soon after it shows its prompt', 'root# ', 60, 90],
    ['later, when it shows none', 'Welcome', 1_200, 1_240],
    ['later, when it prints nothing', '', 1_200, 1_240],
  ])('%s', async (_, shows, least, most) => {
    const runner = start([open], (keys, shell) => {
      if (keys !== 'open\r') return;
      shell.say({ type: 'started' });
      if (shows !== '') shell.print(shows);
    });
    const { result, milliseconds } = await passTime(runner.run('open'));
    expect(result).toMatchObject({ state: 'open', exit: null });
    expect(milliseconds).toBeGreaterThanOrEqual(least);
    expect(milliseconds).toBeLessThan(most);
    expect(shells[0]!.typed).toEqual(['guard', 'open\r']);
  });

  it('not when it has ended by then', async () => {
    const runner = start([open], (_, shell) => {
      shell.say({ type: 'started' });
      shell.print('root# ');
      setTimeout(() => end(shell, 3), 40);
    });
    expect((await passTime(runner.run('open'))).result).toMatchObject({ state: 'failed', exit: 3 });
  });

  it('not before it has begun', async () => {
    const runner = start([open], (_, shell) => {
      setTimeout(() => end(shell, 2), 2_000);
    });
    expect((await passTime(runner.run('open'))).result).toMatchObject({ state: 'failed', exit: 2 });
  });

  it('no other step is guarded, nor taken for open however long it is silent', async () => {
    const runner = start([makeStep('long')], (_, shell) => {
      shell.say({ type: 'started' });
      setTimeout(() => end(shell), 10_000);
    });
    expect((await passTime(runner.run('long'))).result).toMatchObject({ state: 'done' });
    expect(shells[0]!.typed).toEqual(['long\r']);
  });
});

describe('before a step is typed', () => {
  it('a line that somebody began is cleared', async () => {
    const runner = start([makeStep('one'), makeStep('two')], (keys, shell) => {
      if (keys === INTERRUPT) end(shell, 130);
      if (!keys.endsWith('\r')) return;
      shell.say({ type: 'started' });
      end(shell);
    });
    await passTime(runner.run('one'));
    runner.input(1, 'x');
    const { result, milliseconds } = await passTime(runner.run('two'));
    expect(result).toMatchObject({ state: 'done', note: '' });
    expect(milliseconds).toBeLessThan(50);
    expect(shells[0]!.typed).toEqual(['one\r', 'x', INTERRUPT, 'two\r']);
    await passTime(runner.run('one'));
    expect(shells[0]!.typed.slice(4)).toEqual(['one\r']);
  });

  it('the prompt is waited for after a command that has just ended', async () => {
    const runner = start([makeStep('one')], (keys, shell) => {
      if (keys !== 'one\r') return;
      shell.say({ type: 'started' });
      end(shell);
    });
    runner.input(1, 'by hand\r');
    await passTime(new Promise((resolve) => setTimeout(resolve, 5)));
    shells[0]!.say({ type: 'started' }, { type: 'ended', status: 0 });
    setTimeout(() => shells[0]!.say({ type: 'prompt' }), 100);
    expect((await passTime(runner.run('one'))).result).toMatchObject({ state: 'done' });
    expect(shells[0]!.typed).toEqual(['by hand\r', 'one\r']);
  });

  it('what can’t be left costs the shell, and the next step has another one', async () => {
    const runner = start([makeStep('one'), makeStep('two')], (keys, shell) => {
      if (keys === 'stuck\r') shell.say({ type: 'started' });
      if (keys !== 'two\r') return;
      shell.say({ type: 'started' });
      end(shell);
    });
    runner.input(1, 'stuck\r');
    await passTime(new Promise((resolve) => setTimeout(resolve, 5)));
    const { result } = await passTime(runner.run('one'));
    expect(result).toMatchObject({ state: 'failed', exit: null, note: words.en.stuck });
    expect(shells[0]!.typed).toContain('close');
    expect(shells[0]!.typed).not.toContain('one\r');
    expect((await passTime(runner.run('two'))).result).toMatchObject({ state: 'done' });
    expect(shells).toHaveLength(2);
  });

  it('a shell that ends when its program is left is said to have ended', async () => {
    const runner = start([makeStep('one')], (keys, shell) => {
      if (keys === '\x04') shell.say({ type: 'exited', status: 0 });
      else shell.say({ type: 'started' });
    });
    runner.input(1, 'exec bash\r');
    await passTime(new Promise((resolve) => setTimeout(resolve, 5)));
    expect((await passTime(runner.run('one'))).result).toMatchObject({
      ...{ state: 'failed', note: expect.stringContaining(words.en.shellEnded) },
    });
  });

  it('what was opened by hand is left, and has no name', async () => {
    const runner = start([makeStep('one')], (keys, shell) => {
      if (keys === '\x04') return end(shell);
      shell.say({ type: 'started' });
      if (keys === 'one\r') end(shell);
    });
    runner.input(1, 'bash\r');
    await passTime(new Promise((resolve) => setTimeout(resolve, 5)));
    expect((await passTime(runner.run('one'))).result).toMatchObject({
      ...{ state: 'done', note: words.en.left('…') },
    });
  });
});

describe('a step of several lines', () => {
  const lines = makeStep('first\nsecond');

  it('fails when the shell still asks for more, which is called off', async () => {
    const runner = start([lines], (keys, shell) => {
      if (keys === INTERRUPT) end(shell, 130);
      else shell.say({ type: 'continued' });
    });
    expect((await passTime(runner.run(lines.id))).result).toMatchObject({
      ...{ state: 'failed', exit: 130, note: words.en.incomplete },
    });
    expect(shells[0]!.typed).toEqual(['first\r', 'second\r', INTERRUPT]);
  });

  it('has one time for all, after which what runs is interrupted', async () => {
    const runner = start([{ ...lines, timeout: 3_000 }], (keys, shell) => {
      if (keys === INTERRUPT) return end(shell, 130);
      shell.say({ type: 'started' });
      if (keys === 'first\r') setTimeout(() => end(shell), 2_000);
    });
    const { result, milliseconds } = await passTime(runner.run(lines.id));
    expect(result).toMatchObject({ state: 'failed', note: words.en.timedOut(3) });
    expect(Math.abs(milliseconds - 3_000)).toBeLessThan(50);
    await passTime(runner.stop(1));
    expect(shells[0]!.typed).toEqual(['first\r', 'second\r', INTERRUPT]);
  });

  it('ends with the shell', async () => {
    const runner = start([lines], (_, shell) =>
      shell.say({ type: 'started' }, { type: 'exited', status: 4 }),
    );
    expect((await passTime(runner.run(lines.id))).result).toMatchObject({
      ...{ state: 'failed', exit: 4, note: words.en.shellEnded },
    });
    expect(shells[0]!.typed).toEqual(['first\r']);
  });
});

it('has not run when the shell ends before it has read it', async () => {
  const runner = start([makeStep('echo a')], (_, shell) => shell.say({ type: 'exited', status: 0 }));
  expect((await passTime(runner.run('echo a'))).result).toMatchObject({
    ...{ state: 'failed', exit: null, note: words.en.shellEnded },
  });
});

it('is stopped by the key that a person would press, and by no other when that is heard', async () => {
  const runner = start([makeStep('long')], (keys, shell) => {
    if (keys === INTERRUPT) end(shell, 130);
    else shell.say({ type: 'started' });
  });
  void runner.run('long');
  await passTime(new Promise((resolve) => setTimeout(resolve, 20)));
  await passTime(runner.stop(1));
  expect(lastOf('long')).toMatchObject({ state: 'stopped', exit: null });
  expect(shells[0]!.typed).toEqual(['long\r', INTERRUPT]);
});
