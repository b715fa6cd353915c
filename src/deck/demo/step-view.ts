import type { StepState, StepStatus } from '../../protocol/messages.ts';

/** The closed set of a run button's states. */
export type RunState = StepState | 'replaying' | 'replayed';

/** Where what the class saw of a step came from. */
export type Source = 'live' | 'recording' | 'author';

/** What the deck knows of one step. */
export interface StepView {
  state: RunState;
  /** The exit status; `null` while there is none. */
  exit: number | null;
  /** How long it took. */
  milliseconds: number;
  /** When it began, in milliseconds of `performance.now()`; while it runs, its seconds are counted from here. */
  since: number;
  source: Source;
  /** What the helper said of it, for people. */
  note: string;
  /** What it printed, as plain text; `null`: what the page says stands for it. */
  printed: string | null;
}

export const WAITING: StepView = {
  state: 'waiting',
  exit: null,
  milliseconds: 0,
  since: 0,
  source: 'live',
  note: '',
  printed: null,
};

/** What the helper says of a step, as the deck shows it after `before`. `now` as of `performance.now()`. */
export function viewStatus(status: StepStatus, before: StepView, now: number): StepView {
  const { state, exit, milliseconds, note } = status;
  // What an earlier run printed stands until this one has ended.
  const printed = status.printed ?? before.printed;
  return { state, exit, milliseconds, since: now - milliseconds, source: 'live', note, printed };
}

/** Whether the step is being shown right now: it can be stopped. */
export function isBusy({ state }: StepView): boolean {
  return state === 'running' || state === 'open' || state === 'replaying';
}

/** Whether its output has been seen: it may stand under its command. */
export function hasRun({ state }: StepView): boolean {
  return state === 'done' || state === 'failed' || state === 'stopped' || state === 'replayed';
}
