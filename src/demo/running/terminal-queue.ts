import type { Job } from './job.ts';
import type { RunnerOptions } from './runner-options.ts';
import { DemoTerminal } from './terminal.ts';

/** One terminal of a demo: its shell, the steps that wait for it, and the programs that are open in it. */
export class TerminalQueue {
  readonly number: number;
  terminal: DemoTerminal | null = null;
  /** The job that runs now. */
  current: Job | null = null;
  /** Programs that are open, each typed into the one before; the first was started at the shell's prompt. */
  stack: Job[] = [];
  private readonly options: Pick<RunnerOptions, 'open' | 'onOutput' | 'onFault'>;
  /** How much work was added and is not done. */
  private length = 0;
  private chain: Promise<unknown> = Promise.resolve();

  constructor(number: number, options: TerminalQueue['options']) {
    this.number = number;
    this.options = options;
  }

  /** The terminal, its shell started anew when there is none; an error says why there can't be one. */
  open(): DemoTerminal | Error {
    if (this.terminal) return this.terminal;
    try {
      const session = this.options.open(this.number);
      this.terminal = new DemoTerminal(
        this.number,
        session,
        (bytes, owner) => this.options.onOutput?.(this.number, bytes, owner),
        (event) => {
          if (event.type === 'ended') this.closePrograms(event.status);
          if (event.type === 'exited') this.handleExit();
        },
        this.options.onFault,
      );
      return this.terminal;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  get busy(): boolean {
    return this.length > 0;
  }

  /** Does `work` when all that was added before it is done. */
  add<T>(work: () => Promise<T>, job: Job | null = null): Promise<T> {
    this.length++;
    const turn = this.chain.then(async () => {
      this.current = job;
      try {
        return await work();
      } finally {
        this.current = null;
        this.length--;
      }
    });
    this.chain = turn.catch(() => {});
    return turn;
  }

  /** Resolves when the work that was added so far is done. */
  async idle(): Promise<void> {
    await this.chain;
  }

  /** The shell is back at its prompt: every program that was open in it has ended. */
  private closePrograms(status: number): void {
    for (const [level, job] of this.stack.entries()) job.settle('done', level === 0 ? status : null, '');
    this.stack = [];
  }

  private handleExit(): void {
    for (const job of this.stack) job.settle('stopped', null, '');
    this.stack = [];
    this.terminal = null;
  }
}
