import type { Words } from '../words.ts';
import type { RunnableStep } from './runner-options.ts';
import type { DemoTerminal } from './terminal.ts';
import type { TerminalQueue } from './terminal-queue.ts';

/** What a job needs to be run. */
export interface RunContext {
  queue: TerminalQueue;
  terminal: DemoTerminal;
  words: Words;
  /** Milliseconds until it fails; `null` for none. */
  timeout: number | null;
  /** The step whose program this one is typed into, where the page still has it. */
  opener: RunnableStep | null;
}
