import type { Block, TranscriptEntry } from '../model.ts';
import type { Reason } from '../reasons/reason.ts';

/** What lines of a page were taken for, why, and what stands within. `from` and `to` count as in the file. */
export interface Explained {
  from: number;
  to: number;
  /** `wrapper`: they leave nothing of their own but what stands within. */
  kind: Block['kind'] | TranscriptEntry['kind'] | 'nothing' | 'wrapper';
  /** The reader that took them, then why it is of its kind. */
  why: Reason[];
  /** The step that runs this command. */
  step: string | null;
  inside: Explained[];
}
