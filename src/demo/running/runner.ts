import type { StepStatus } from '../../protocol/messages.ts';
import { readStatement } from '../../shell/command.ts';
import { type OnFault, safely } from '../../system/safely.ts';
import { type Words, words } from '../words.ts';
import { Job } from './job.ts';
import { leaveProgram } from './leave.ts';
import { runInside } from './run-inside.ts';
import { interruptJob, runAtHost } from './run-step.ts';
import type { RunnableStep, RunnerOptions } from './runner-options.ts';
import { DemoTerminal } from './terminal.ts';
import { TerminalQueue } from './terminal-queue.ts';
import { fillPlaceholders } from './values.ts';

/**
 * Runs a lesson's steps by their ids in the shells of its terminals, one at a time in each, and tells where
 * each stands. A page's text is typed as a teacher would type it; nothing else ever is.
 */
export class Runner {
  private steps: Map<string, RunnableStep>;
  private readonly options: RunnerOptions;
  private readonly onFault: OnFault;
  private readonly words: Words;
  private readonly queues = new Map<number, TerminalQueue>();
  private readonly jobs = new Map<string, Job>();
  private closed = false;

  constructor(options: RunnerOptions) {
    this.onFault = options.onFault ?? (() => {});
    this.options = guardCallbacks(options, this.onFault);
    this.words = words[options.lang];
    this.steps = indexSteps(options.steps);
    const onAbort = safely(this.onFault, () => this.close());
    options.signal?.addEventListener('abort', onAbort, { once: true });
  }

  /** The lesson was compiled again: what runs goes on, what is gone can't be run any more. */
  setSteps(steps: readonly RunnableStep[]): void {
    this.steps = indexSteps(steps);
  }

  /**
   * Runs a step, after those that were asked for before it in its terminal. Resolves when it has ended or,
   * for an interactive program, when it waits for input (`open`). Never rejects: a failure is a status.
   */
  run(id: string, values: Record<string, string> = {}): Promise<StepStatus> {
    const step = this.steps.get(id);
    const active = this.jobs.get(id);
    if (active?.pending) return active.finished;
    const job = new Job(step ?? unknownStep(id), (status) => this.options.onStatus(status));
    this.jobs.set(id, job);
    if (!step || this.closed)
      job.settle('failed', null, step ? this.words.shellEnded : this.words.unknownStep);
    else this.place(job, step, values);
    return job.finished;
  }

  /** Stops what runs in a terminal: Ctrl-C, then harder. What waits after it goes on. */
  async stop(terminal: number): Promise<void> {
    const queue = this.queues.get(terminal);
    if (!queue) return;
    const running = queue.current;
    if (running) {
      running.cancel('stopped', '');
      await queue.idle();
      return;
    }
    for (const job of queue.stack) job.cancel('stopped', '');
    if (queue.terminal && !queue.terminal.idle) await queue.add(() => leaveProgram(queue.terminal!));
  }

  /** Types what a person typed. */
  input(terminal: number, data: string): void {
    const queue = this.queue(terminal);
    const opened = queue.open();
    if (opened instanceof DemoTerminal) opened.typeByHand(data);
  }

  /** Types what a terminal answered: only into the program that runs, never at the shell's prompt. */
  answer(terminal: number, data: string): void {
    this.queues.get(terminal)?.terminal?.answerProgram(data);
  }

  resize(terminal: number, columns: number, rows: number): void {
    this.queues.get(terminal)?.terminal?.session.resize(columns, rows);
  }

  /** Flow control of a terminal: the command that floods it blocks until `resume`. */
  pause(terminal: number): void {
    this.queues.get(terminal)?.terminal?.session.pause();
  }

  resume(terminal: number): void {
    this.queues.get(terminal)?.terminal?.session.resume();
  }

  /** Whether the latest run of a step took longer than it may. */
  hasExpired(id: string): boolean {
    return this.jobs.get(id)?.expired ?? false;
  }

  /** Where each step that was run stands, for a deck that comes late. */
  statuses(): StepStatus[] {
    return [...this.jobs.values()].map((job) => job.status);
  }

  /** Fails all that waits, runs or is open, at once, e.g. because the engine is gone; the shells stay. */
  fail(reason: string): void {
    for (const job of this.jobs.values()) job.cancel('failed', reason);
    for (const queue of this.queues.values()) {
      const { terminal } = queue;
      if (terminal && !terminal.idle && !queue.current)
        safely(this.onFault, () => queue.add(() => leaveProgram(terminal)))();
    }
  }

  /** Ends every shell and what runs in it. Steps that had not ended are `stopped`. */
  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.jobs.values()) job.cancel('stopped', '');
    await Promise.all([...this.queues.values()].map((queue) => queue.terminal?.session.close()));
  }

  private place(job: Job, step: RunnableStep, values: Record<string, string>): void {
    const filled = fillPlaceholders(step, values, this.words);
    if ('problem' in filled) {
      job.settle('failed', null, filled.problem);
      return;
    }
    job.command = filled.command;
    const queue = this.choose(job, step);
    job.terminal = queue.number;
    if (queue.busy || queue.number !== step.terminal) job.wait();
    const onFault = (fault: unknown) => {
      this.onFault(fault);
      job.settle('failed', null, this.words.fault(String(fault)));
    };
    safely(onFault, () => queue.add(() => this.execute(queue, job, step), job))();
  }

  /** The step's own terminal; another one while a step that never ends has it, or where its program was opened. */
  private choose(job: Job, step: RunnableStep): TerminalQueue {
    if (step.inside !== null) return this.queue(this.jobs.get(step.inside)?.terminal ?? step.terminal);
    const own = this.queue(step.terminal);
    const running = own.current?.step;
    if (running?.attended !== 'endless' || running.id === step.id) return own;
    job.note = this.words.secondTerminal(running.command);
    return this.queue(step.terminal === 1 ? 2 : 1);
  }

  private async execute(queue: TerminalQueue, job: Job, step: RunnableStep): Promise<void> {
    if (!job.pending) return;
    const terminal = queue.open();
    if (!(terminal instanceof DemoTerminal)) {
      job.settle('failed', null, this.words.noShell(terminal.message));
      return;
    }
    const opener = step.inside === null ? null : (this.steps.get(step.inside) ?? null);
    const context = {
      queue,
      terminal,
      words: this.words,
      timeout: step.timeout ?? this.options.timeout ?? null,
      opener,
    };
    await terminal.wait(() => terminal.phase !== 'starting', { timeout: 10_000, signal: job.signal });
    await terminal.watch.know();
    if (step.inside === null) await runAtHost(job, context);
    else await runInside(job, context);
    if (job.signal.aborted) await interruptJob(job, context);
  }

  private readonly handleOutput = (terminal: number, bytes: Uint8Array, step: string | null): void => {
    if (step !== null) this.jobs.get(step)?.print(bytes);
    this.options.onOutput?.(terminal, bytes, step);
  };

  private queue(number: number): TerminalQueue {
    let queue = this.queues.get(number);
    if (!queue) {
      queue = new TerminalQueue(number, { ...this.options, onOutput: this.handleOutput });
      this.queues.set(number, queue);
    }
    return queue;
  }
}

/** What is done with a status or an output is no reason to lose a step. */
function guardCallbacks(options: RunnerOptions, onFault: OnFault): RunnerOptions {
  const { onStatus, onOutput } = options;
  return {
    ...options,
    onStatus: safely(onFault, onStatus),
    ...(onOutput && { onOutput: safely(onFault, onOutput) }),
  };
}

function indexSteps(steps: readonly RunnableStep[]): Map<string, RunnableStep> {
  return new Map(steps.map((step) => [step.id, step]));
}

function unknownStep(id: string): RunnableStep {
  return {
    ...{ id, command: '', prompt: '', inside: null, insideName: '', interactive: false, exit: 0 },
    ...{ placeholders: [], attended: null, timeout: null, terminal: 1 },
    does: readStatement(''),
  };
}
