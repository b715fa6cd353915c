import { because, type Reason, type ReasonCode } from '../reasons/reason.ts';
import type { EntryDraft } from './entry-drafts.ts';

/** What a code block is, and why; `drafts` is `null` where nothing was typed in it. */
export interface Verdict {
  drafts: EntryDraft[] | null;
  why: Reason;
}

export function typed(drafts: EntryDraft[], code: ReasonCode, ...about: string[]): Verdict {
  return { drafts, why: because(code, ...about) };
}

export function plain(code: ReasonCode, ...about: string[]): Verdict {
  return { drafts: null, why: because(code, ...about) };
}
