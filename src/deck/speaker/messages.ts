import type { RunState } from '../demo/step-view.ts';
import type { KeyAction } from '../keys/keys.ts';

/** What the presenting window tells the speaker's: which slide is shown, and where its commands stand. */
export interface Shown {
  capas: 'shown';
  /** Index of the slide in the deck, from 0. */
  at: number;
  /** Fragments of it that are shown. */
  fragment: number;
  steps: { command: string; state: RunState }[];
  /** Grows when the page has changed: the speaker's window loads it again. */
  version: number;
}

/** What the speaker's window says: that it is there, or which of the deck's keys was pressed in it. */
export type FromSpeaker = { capas: 'hello' } | { capas: 'key'; action: KeyAction };

/** Whether a window's message comes from a page of ours. A file has no origin but `null`. */
export function isOurs({ origin }: MessageEvent): boolean {
  return origin === location.origin || (location.protocol === 'file:' && origin === 'null');
}
