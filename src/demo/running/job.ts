import type { StepState, StepStatus } from '../../protocol/messages.ts';
import { showPrinted } from '../../recording/printed.ts';
import type { RunnableStep } from './runner-options.ts';

/** Bytes of its output that a job keeps while it runs: what came first of a flood. */
const KEPT = 256 * 1024;

/** One run of a step: its state, and who is told of it. */
export class Job {
  readonly step: RunnableStep;
  /** What is typed: the step's command with its placeholders filled. */
  command: string;
  /** Where it runs. */
  terminal: number;
  /** What was done for it, for people. */
  note = '';
  /** Its time was over before it ended. */
  expired = false;
  /** Resolves when it has ended or is open. */
  readonly finished: Promise<StepStatus>;
  private state: StepState = 'waiting';
  private exit: number | null = null;
  private startedAt: number | null = null;
  private milliseconds = 0;
  private output: Uint8Array[] = [];
  private kept = 0;
  private printed: string | null = null;
  private readonly controller = new AbortController();
  private readonly onStatus: (status: StepStatus) => void;
  private resolve: (status: StepStatus) => void = () => {};

  constructor(step: RunnableStep, onStatus: (status: StepStatus) => void) {
    this.step = step;
    this.command = step.command;
    this.terminal = step.terminal;
    this.onStatus = onStatus;
    this.finished = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  /** Fires when the job was cancelled while it ran. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Whether it still has to end: it waits, runs, or its program is open. */
  get alive(): boolean {
    return this.pending || this.state === 'open';
  }

  get pending(): boolean {
    return this.state === 'waiting' || this.state === 'running';
  }

  get status(): StepStatus {
    const running = this.state === 'running' && this.startedAt !== null;
    const milliseconds = running ? performance.now() - this.startedAt! : this.milliseconds;
    return {
      step: this.step.id,
      state: this.state,
      terminal: this.terminal,
      exit: this.exit,
      milliseconds: Math.round(milliseconds),
      note: this.note,
      printed: this.printed,
    };
  }

  /** Says where it is to run, before it does. */
  wait(): void {
    this.onStatus(this.status);
  }

  start(): void {
    if (!this.pending) return;
    this.state = 'running';
    this.startedAt = performance.now();
    this.onStatus(this.status);
  }

  /** Takes what it prints. */
  print(bytes: Uint8Array): void {
    if (!this.alive || this.kept >= KEPT) return;
    this.output.push(bytes.slice(0, KEPT - this.kept));
    this.kept += bytes.length;
  }

  /** Its program has started and waits for input. */
  open(): void {
    if (!this.pending) return;
    this.milliseconds = this.status.milliseconds;
    this.state = 'open';
    this.tell();
  }

  /** Ends it because its time is over. */
  expire(note: string): void {
    this.expired = this.alive;
    this.cancel('failed', note);
  }

  /** Ends it while it may still run: what was typed for it has to be interrupted. */
  cancel(state: 'failed' | 'stopped', note: string): void {
    if (!this.alive) return;
    this.settle(state, null, note);
    this.controller.abort();
  }

  /** Ends it, once; later ends are ignored. */
  settle(state: 'done' | 'failed' | 'stopped', exit: number | null, note: string): void {
    if (!this.alive) return;
    this.milliseconds = this.status.milliseconds;
    this.state = state;
    this.exit = exit;
    this.note = [this.note, note].filter((part) => part !== '').join(' ');
    if (this.startedAt !== null) this.printed = showPrinted(Buffer.concat(this.output).toString(), this.step);
    this.output = [];
    this.tell();
  }

  private tell(): void {
    this.onStatus(this.status);
    this.resolve(this.status);
  }
}
