import { beforeEach, describe, expect, it } from 'vitest';
import type { StepStatus } from '../../protocol/messages.ts';
import type { Session, SessionEvent } from '../session/session.ts';
import { makeStep } from './demo.fixture.ts';
import { Runner } from './runner.ts';
import type { RunnableStep } from './runner-options.ts';

/** A shell that answers only when it is told to. */
interface FakeShell {
  terminal: number;
  calls: string[];
  say(event: SessionEvent): void;
}

let shells: FakeShell[];
let told: StepStatus[];
beforeEach(() => {
  shells = [];
  told = [];
});

function makeRunner(steps: RunnableStep[], options: { signal?: AbortSignal; noShell?: boolean } = {}) {
  return new Runner({
    ...{ steps, lang: 'en', ...options },
    onStatus: (status) => told.push(status),
    open: (terminal) => {
      if (options.noShell) throw new Error('no bash here');
      return openFake(terminal);
    },
  });
}

function openFake(terminal: number): Session {
  const shell: FakeShell = { terminal, calls: [], say: () => {} };
  shells.push(shell);
  const call =
    (name: string) =>
    (...values: unknown[]) =>
      void shell.calls.push([name, ...values].join(' '));
  return {
    listen: (listener: FakeShell['say']) => {
      shell.say = listener;
    },
    ...{ write: call('write'), resize: call('resize'), pause: call('pause'), resume: call('resume') },
    close: async () => {
      shell.calls.push('close');
      shell.say({ type: 'exited', status: 0 });
    },
  } as unknown as Session;
}

const states = () => told.map(({ step, state }) => `${step} ${state}`);
const [one, two] = [makeStep('one'), makeStep('two')];

describe('a step is run', () => {
  it('when the shell says that it is ready, and then as the page has it', async () => {
    const runner = makeRunner([one]);
    const running = runner.run('one');
    await expect.poll(() => shells).toHaveLength(1);
    expect(shells[0]?.calls).toEqual([]);
    shells[0]?.say({ type: 'prompt' });
    await expect.poll(() => shells[0]?.calls).toEqual(['write one\r']);
    for (const event of [{ type: 'started' }, { type: 'ended', status: 0 }, { type: 'prompt' }] as const)
      shells[0]?.say(event);
    expect(await running).toMatchObject({ state: 'done', exit: 0 });
    expect(runner.statuses()).toMatchObject([{ step: 'one', state: 'done' }]);
    expect([runner.hasExpired('one'), runner.hasExpired('unknown')]).toEqual([false, false]);
  });

  it('not when the page has it no longer', async () => {
    const runner = makeRunner([one]);
    expect(await runner.run('two')).toMatchObject({
      ...{ step: 'two', state: 'failed' },
      note: 'This command is no longer on the page.',
    });
    runner.setSteps([two]);
    expect(await runner.run('one')).toMatchObject({ state: 'failed' });
    void runner.run('two');
    await expect.poll(() => shells).toHaveLength(1);
  });

  it('not without the values that it needs', async () => {
    const runner = makeRunner([makeStep('rm <id>', { placeholders: ['<id>'] })]);
    expect(await runner.run('rm <id>')).toMatchObject({ state: 'failed', note: '<id> needs a value.' });
    expect(await runner.run('rm <id>', { '<id>': '-rf' })).toMatchObject({ state: 'failed' });
    expect(shells).toEqual([]);
    void runner.run('rm <id>', { '<id>': 'a b' });
    await expect.poll(() => shells).toHaveLength(1);
    shells[0]?.say({ type: 'prompt' });
    await expect.poll(() => shells[0]?.calls).toEqual(["write rm 'a b'\r"]);
  });

  it('not where there is no shell, and says why', async () => {
    const runner = makeRunner([one], { noShell: true });
    expect(await runner.run('one')).toMatchObject({
      ...{ state: 'failed', note: 'The shell could not be opened: no bash here' },
    });
  });

  it('after the one before it, which is told as waiting, and only once', async () => {
    const runner = makeRunner([one, two]);
    void runner.run('one');
    const pressed = [runner.run('two'), runner.run('two')];
    expect(pressed[0]).toBe(pressed[1]);
    await expect.poll(states).toEqual(['two waiting']);
  });

  it('in its own terminal, and in another one only while a step that never ends has that', async () => {
    const endless = makeStep('logs -f', { attended: 'endless' });
    const [third, typed] = [makeStep('three', { terminal: 2 }), makeStep('typed', { inside: 'logs -f' })];
    const runner = makeRunner([endless, two, third, typed]);
    void runner.run('logs -f');
    await expect.poll(() => shells.map(({ terminal }) => terminal)).toEqual([1]);
    void runner.run('two');
    await expect.poll(() => shells.map(({ terminal }) => terminal)).toEqual([1, 2]);
    void runner.run('typed');
    void runner.run('three');
    expect(told).toMatchObject([
      {
        ...{ step: 'two', state: 'waiting', terminal: 2 },
        note: 'In a second terminal, because this is still running: logs -f',
      },
      { step: 'typed', state: 'waiting', terminal: 1 },
      { step: 'three', state: 'waiting', terminal: 2 },
    ]);
    expect(runner.statuses().map(({ step, terminal }) => [step, terminal])).toEqual([
      ...[
        ['logs -f', 1],
        ['two', 2],
      ],
      ...[
        ['typed', 1],
        ['three', 2],
      ],
    ]);
  });
});

describe('what a terminal is told reaches its own shell only', () => {
  it('where there is one', async () => {
    const runner = makeRunner([one]);
    runner.resize(1, 90, 20);
    runner.pause(1);
    runner.resume(1);
    await runner.stop(1);
    expect(shells).toEqual([]);
    runner.input(2, 'ls');
    runner.input(1, 'pwd');
    runner.resize(2, 90, 20);
    runner.pause(2);
    runner.resume(2);
    expect(shells.map(({ terminal }) => terminal)).toEqual([2, 1]);
    expect(shells.map(({ calls }) => calls)).toEqual([
      ['write ls', 'resize 90 20', 'pause', 'resume'],
      ['write pwd'],
    ]);
  });
});

describe('the end', () => {
  it('closes every shell, stops what had not ended, and lets nothing begin', async () => {
    const runner = makeRunner([one, two]);
    void runner.run('one');
    runner.input(2, 'x');
    await expect.poll(() => shells).toHaveLength(2);
    await runner.close();
    expect(shells.every(({ calls }) => calls.includes('close'))).toBe(true);
    expect(runner.statuses()).toMatchObject([{ step: 'one', state: 'stopped' }]);
    expect(await runner.run('two')).toMatchObject({ state: 'failed', note: 'The shell has ended.' });
    expect(shells).toHaveLength(2);
  });

  it('comes with the signal', async () => {
    const stop = new AbortController();
    const runner = makeRunner([one], { signal: stop.signal });
    void runner.run('one');
    await expect.poll(() => shells).toHaveLength(1);
    stop.abort();
    await expect.poll(() => shells[0]?.calls).toContain('close');
    expect(states()).toEqual(['one stopped']);
  });

  it('of the engine fails what runs and waits, with the reason', async () => {
    const runner = makeRunner([one, two]);
    const both = [runner.run('one'), runner.run('two')];
    runner.fail('the engine is gone');
    for (const status of await Promise.all(both))
      expect(status).toMatchObject({ state: 'failed', note: 'the engine is gone', exit: null });
  });
});
