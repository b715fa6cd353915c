import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { vi } from 'vitest';
import type { StepStatus } from '../../protocol/messages.ts';
import { readCommand } from '../../shell/command.ts';
import { openSession, type Session, type SessionEvent } from '../session/session.ts';
import type { Shell } from '../session/shell.ts';
import { Runner } from './runner.ts';
import type { RunnableStep, RunnerOptions } from './runner-options.ts';

/** For tests: a step with the defaults of a page that says nothing. Its command is its id. */
export function makeStep(command: string, rest: Partial<RunnableStep> = {}): RunnableStep {
  return {
    ...{
      id: command,
      command,
      does: readCommand(command),
      prompt: '$',
      inside: null,
      insideName: '',
      interactive: false,
      exit: 0,
    },
    ...{ placeholders: [], attended: null, timeout: null, terminal: 1, ...rest },
  };
}

/** For tests: a runner with real shells, that keeps what they print and what was said of each step. */
export interface TestDemo {
  runner: Runner;
  statuses: StepStatus[];
  sessions: Session[];
  /** All that the first terminal printed. */
  screen(): string;
  /** What belongs to a step. */
  outputOf(step: string): string;
}

export function makeDemo(steps: RunnableStep[], options: Partial<RunnerOptions> = {}): TestDemo {
  const statuses: StepStatus[] = [];
  const sessions: Session[] = [];
  const printed: { terminal: number; text: string; step: string | null }[] = [];
  const runner = new Runner({
    steps,
    lang: 'en',
    open() {
      const session = openSession({ cwd: tmpdir(), columns: 80, rows: 24 });
      sessions.push(session);
      return session;
    },
    onStatus: (status) => statuses.push(status),
    onOutput: (terminal, bytes, step) =>
      printed.push({ terminal, text: Buffer.from(bytes).toString(), step }),
    ...options,
  });
  const join = (wanted: (one: (typeof printed)[number]) => boolean) =>
    printed
      .filter(wanted)
      .map((one) => one.text)
      .join('');
  return {
    runner,
    statuses,
    sessions,
    screen: () => join((one) => one.terminal === 1),
    outputOf: (step) => join((one) => one.step === step),
  };
}

/** For tests: one of the shells, where this machine has it. */
export function findShell(kind: Shell['kind']): Shell | null {
  try {
    const script = kind === 'bash' ? 'echo $BASH_VERSION' : 'echo $ZSH_VERSION';
    const flags = kind === 'bash' ? ['--noprofile', '--norc'] : ['-f'];
    const version = execFileSync(kind, [...flags, '-c', script], { encoding: 'utf8' }).trim();
    return { kind, path: kind, version };
  } catch {
    return null;
  }
}

/** For tests: a shell that does only what a test has it do, in time that the test makes pass. */
export interface FakeShell {
  session: Session;
  /** The keys that were typed into it, and `guard` where it was asked for. */
  typed: string[];
  say(...events: SessionEvent[]): void;
  print(text: string): void;
}

/** `answer` hears of each thing that is typed, a moment later. */
export function makeFakeShell(answer: (keys: string, shell: FakeShell) => void = () => {}): FakeShell {
  let listener: (event: SessionEvent) => void = () => {};
  const typed: string[] = [];
  let guarded = false;
  const shell: FakeShell = {
    session: {
      pid: -1,
      get guarded() {
        return guarded;
      },
      listen: (given: typeof listener) => {
        listener = given;
      },
      write: (keys: string) => {
        typed.push(keys);
        setTimeout(() => answer(keys, shell), 1);
      },
      guard() {
        typed.push('guard');
        guarded = true;
      },
      ask: () => typed.push('ask'),
      close: async () => {
        typed.push('close');
        listener({ type: 'exited', status: 0 });
      },
    } as unknown as Session,
    typed,
    say: (...events) => {
      for (const event of events) listener(event);
    },
    print: (text) => listener({ type: 'output', bytes: new Uint8Array(Buffer.from(text)) }),
  };
  return shell;
}

/** For tests: makes time pass until a promise is fulfilled; `milliseconds` tells how much it took. */
export async function passTime<T>(promise: Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const startedAt = performance.now();
  const state: { result?: T; done: boolean } = { done: false };
  const watched = promise.then((result) => Object.assign(state, { result, done: true }));
  while (!state.done && performance.now() - startedAt < 60_000) {
    await vi.advanceTimersByTimeAsync(1);
  }
  if (!state.done) throw new Error('it did not end in a minute');
  await watched;
  return { result: state.result as T, milliseconds: Math.round(performance.now() - startedAt) };
}

/** For tests: time is the test's from now on. */
export function stopTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
}
