import type { Step } from '../../compiler/model.ts';
import type { StepStatus } from '../../protocol/messages.ts';
import type { OnFault } from '../../system/safely.ts';
import type { Session } from '../session/session.ts';
import type { Language } from '../words.ts';

/** What the runner needs to know of a step. */
export type RunnableStep = Pick<
  Step,
  | 'id'
  | 'command'
  | 'does'
  | 'prompt'
  | 'inside'
  | 'insideName'
  | 'interactive'
  | 'exit'
  | 'placeholders'
  | 'attended'
  | 'timeout'
  | 'terminal'
>;

export interface RunnerOptions {
  steps: readonly RunnableStep[];
  lang: Language;
  /** Opens the session of a terminal when it is first needed, and again after its shell has ended. */
  open(terminal: number): Session;
  /** Each change of a step's state, in order. */
  onStatus(status: StepStatus): void;
  /** All that a terminal prints, in order; `step` is whose output it is, `null` for prompts and echoes. */
  onOutput?(terminal: number, bytes: Uint8Array, step: string | null): void;
  /** Milliseconds for steps that don't say; `null`, the default: until they end or are stopped. */
  timeout?: number | null;
  /** Hears of what goes wrong in a handler; by default nobody does. */
  onFault?: OnFault;
  /** Closes everything when it fires. */
  signal?: AbortSignal;
}
