import type { Block, TranscriptEntry } from '../model.ts';
import type { Reason } from '../reasons/reason.ts';

/** What later stages made of blocks, and why; other blocks stayed what they were. */
export interface Later {
  became: ReadonlyMap<Block, Block>;
  reasons: ReadonlyMap<Block | TranscriptEntry, Reason>;
}
