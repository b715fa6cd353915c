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
  /** The helper's terminal that it runs in; `null` where none does. */
  terminal: number | null;
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
  terminal: null,
  note: '',
  printed: null,
};

/** What the helper says of a step, as the deck shows it after `before`. `now` as of `performance.now()`. */
export function viewStatus(status: StepStatus, before: StepView, now: number): StepView {
  const { state, exit, milliseconds, terminal, note } = status;
  // What an earlier run printed stands until this one has ended.
  const printed = status.printed ?? before.printed;
  return { state, exit, milliseconds, since: now - milliseconds, source: 'live', terminal, note, printed };
}

/** What the deck does about what the helper says of a step, beside what its row shows. */
export interface Consequences {
  /** The terminal that is to be shown; `null`: what is shown stays. */
  shows: number | null;
  /** Whether the recording is offered in place of what happened. */
  offersRecording: boolean;
  /** What is said; may be empty. */
  says: string;
}

/** `before`: as the deck knew the step until now. `hint`: what a teacher can do after a failure. */
export function followStatus(status: StepStatus, before: StepView, hint: string): Consequences {
  const { state, note, terminal } = status;
  const failed = state === 'failed';
  const isAhead = state === 'waiting' || state === 'running' || state === 'open';
  const isNews = note !== '' && note !== before.note;
  return {
    shows: isAhead && !isBusy(before) ? terminal : null,
    offersRecording: failed,
    says: failed && isBusy(before) ? [note, hint].filter(Boolean).join(' ') : isNews ? note : '',
  };
}

/** Whether the step is being shown right now: it can be stopped. */
export function isBusy({ state }: Pick<StepView, 'state'>): boolean {
  return state === 'running' || state === 'open' || state === 'replaying';
}

/** Whether its output has been seen: it may stand under its command. */
export function hasRun({ state }: StepView): boolean {
  return state === 'done' || state === 'failed' || state === 'stopped' || state === 'replayed';
}
