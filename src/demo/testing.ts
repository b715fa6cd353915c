import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { StepStatus } from '../protocol/messages.ts';
import type { RunnableStep, RunnerOptions } from './model.ts';
import { Runner } from './runner.ts';
import { openSession, type Session } from './session.ts';
import type { Shell } from './shell.ts';

/** For tests: a step with the defaults of a page that says nothing. Its command is its id. */
export function makeStep(command: string, rest: Partial<RunnableStep> = {}): RunnableStep {
  return {
    ...{ id: command, command, prompt: '$', inside: null, insideName: '', interactive: false, exit: 0 },
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
