import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StepStatus } from '../../protocol/messages.ts';
import { words } from '../words.ts';
import { type FakeShell, makeFakeShell, makeStep, passTime, stopTime } from './demo.fixture.ts';
import { Runner } from './runner.ts';
import type { RunnableStep, RunnerOptions } from './runner-options.ts';

vi.mock('../session/processes.ts', async (original) => ({
  ...(await original<object>()),
  ...(await import('../session/processes.fixture.ts')),
}));

beforeEach(stopTime);
afterEach(() => {
  vi.useRealTimers();
});

const [END_OF_FILE, INTERRUPT] = ['\x04', '\x03'];
let shells: { terminal: number; shell: FakeShell }[];
let statuses: StepStatus[];

/** Shells in which what is typed begins, and what has `echo` in it ends; keys end what runs. */
function start(steps: RunnableStep[], options: Partial<RunnerOptions> = {}): Runner {
  [shells, statuses] = [[], []];
  const answer = (keys: string, shell: FakeShell) => {
    if (keys === END_OF_FILE || keys === INTERRUPT) return end(shell);
    shell.say({ type: 'started' });
    if (keys.includes('echo')) end(shell);
    else shell.print('root# ');
  };
  return new Runner({
    ...{ steps, lang: 'en', onStatus: (status) => statuses.push(status) },
    open: (terminal) => {
      const shell = makeFakeShell(answer);
      shells.push({ terminal, shell });
      setTimeout(() => shell.say({ type: 'prompt' }), 1);
      return shell.session;
    },
    ...options,
  });
}

const end = (shell: FakeShell) => shell.say({ type: 'ended', status: 0 }, { type: 'prompt' });
const pass = (milliseconds: number) => passTime(new Promise((resolve) => setTimeout(resolve, milliseconds)));
const typed = (index = 0) => shells[index]!.shell.typed;
const stateOf = (runner: Runner, id: string) => runner.statuses().find(({ step }) => step === id)?.state;

const [long, open] = [makeStep('long'), makeStep('open', { interactive: true })];

describe('stopping', () => {
  it('ends what runs, is over when it has ended, and what waits goes on', async () => {
    const runner = start([long, makeStep('echo next')]);
    void runner.run('long');
    await pass(20);
    const next = runner.run('echo next');
    await passTime(runner.stop(1));
    expect(runner.statuses()[0]).toMatchObject({ step: 'long', state: 'stopped', note: '' });
    expect((await passTime(next)).result).toMatchObject({ state: 'done' });
    expect(typed()).toEqual(['long\r', INTERRUPT, 'echo next\r']);
  });

  it('leaves what is open, which is stopped', async () => {
    const runner = start([open]);
    await passTime(runner.run('open'));
    await passTime(runner.stop(1));
    expect(statuses.at(-1)).toMatchObject({ step: 'open', state: 'stopped', exit: null });
    expect(typed()).toEqual(['guard', 'open\r', END_OF_FILE]);
  });

  it('types nothing at the shell’s prompt', async () => {
    const runner = start([makeStep('echo one')]);
    await passTime(runner.run('echo one'));
    await passTime(runner.stop(1));
    expect(typed()).toEqual(['echo one\r']);
  });

  it('with all shells types nothing into them any more', async () => {
    const runner = start([long]);
    void runner.run('long');
    await pass(20);
    await passTime(runner.close());
    await pass(5_000);
    expect(typed()).toEqual(['long\r', 'close']);
  });

  it('what only waited types nothing of it', async () => {
    const runner = start([long, makeStep('echo next')]);
    void runner.run('long');
    const next = runner.run('echo next');
    await pass(20);
    runner.fail('the engine is gone');
    expect((await passTime(next)).result).toMatchObject({ state: 'failed', note: 'the engine is gone' });
    await pass(20);
    expect(typed()).toEqual(['long\r', INTERRUPT]);
  });
});

describe('when what a lesson needs is gone', () => {
  it('what is open is left', async () => {
    const runner = start([open, makeStep('echo next')]);
    await passTime(runner.run('open'));
    runner.fail('the engine is gone');
    expect(statuses.at(-1)).toMatchObject({ step: 'open', state: 'failed', note: 'the engine is gone' });
    expect((await passTime(runner.run('echo next'))).result).toMatchObject({ state: 'done', note: '' });
    expect(typed()).toEqual(['guard', 'open\r', END_OF_FILE, 'echo next\r']);
  });

  it('nothing is typed at the shell’s prompt', async () => {
    const runner = start([makeStep('echo one')]);
    await passTime(runner.run('echo one'));
    runner.fail('the engine is gone');
    await pass(20);
    expect(typed()).toEqual(['echo one\r']);
    expect(stateOf(runner, 'echo one')).toBe('done');
  });
});

describe('a step that is asked for while one that never ends has its terminal', () => {
  it.each([
    [1, 2],
    [2, 1],
  ])('takes the other one (of %i: %i)', async (own, other) => {
    const endless = makeStep('logs -f', { attended: 'endless', terminal: own });
    const runner = start([endless, makeStep('echo next', { terminal: own })]);
    void runner.run('logs -f');
    await pass(20);
    const { result } = await passTime(runner.run('echo next'));
    expect(result).toMatchObject({ state: 'done', note: words.en.secondTerminal('logs -f') });
    expect(shells.map(({ terminal }) => terminal)).toEqual([own, other]);
  });

  it('waits for it where that ends, or is itself', async () => {
    const endless = makeStep('logs -f', { attended: 'endless' });
    const runner = start([long, makeStep('echo next'), endless]);
    void runner.run('long');
    await pass(20);
    void runner.run('echo next');
    expect(shells).toHaveLength(1);
    expect(statuses.at(-1)).toMatchObject({ step: 'echo next', state: 'waiting', note: '' });
  });
});

describe('how long a step may take', () => {
  it.each([
    [2_000, 1_000, 2_000],
    [null, 1_000, 1_000],
  ])('is its own time (%s) or that of all (%s)', async (own, all, wanted) => {
    const runner = start([makeStep('long', { timeout: own })], { timeout: all });
    const { result, milliseconds } = await passTime(runner.run('long'));
    expect(result).toMatchObject({ state: 'failed', note: words.en.timedOut(wanted / 1000) });
    expect(Math.abs(milliseconds - wanted)).toBeLessThan(50);
    expect(runner.hasExpired('long')).toBe(true);
  });

  it('is not told where nobody says', async () => {
    const runner = start([long]);
    void runner.run('long');
    await pass(20_000);
    expect(stateOf(runner, 'long')).toBe('running');
    expect(runner.hasExpired('long')).toBe(false);
  });
});

it('a shell that does not say in ten seconds that it is ready is another one for the next step', async () => {
  const shell = makeFakeShell();
  const runner = start([makeStep('echo one')], { open: () => shell.session });
  const { result, milliseconds } = await passTime(runner.run('echo one'));
  expect(result).toMatchObject({ state: 'failed', note: words.en.stuck });
  expect(milliseconds).toBeGreaterThanOrEqual(10_000);
  expect(shell.typed).not.toContain('echo one\r');
  expect(shell.typed).toContain('close');
});

it('what is printed after a step has been stopped is not its own any more', async () => {
  const printed: [string, string | null][] = [];
  const runner = start([long], {
    onOutput: (_, bytes, step) => printed.push([Buffer.from(bytes).toString(), step]),
  });
  void runner.run('long');
  await pass(20);
  await passTime(runner.stop(1));
  shells[0]!.shell.print('by hand');
  expect(printed).toEqual([
    ['root# ', 'long'],
    ['by hand', null],
  ]);
  expect(statuses.at(-1)).toMatchObject({ state: 'stopped', printed: expect.stringContaining('root#') });
});
