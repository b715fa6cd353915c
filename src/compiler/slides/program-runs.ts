import type { TranscriptEntry } from '../model.ts';

/** Neighbouring entries of a transcript whose commands are typed into the same program. */
export interface EntryRun {
  /** The step that opened the program; `null` at the host's prompt. */
  inside: string | null;
  entries: TranscriptEntry[];
}

/** Parts entries where commands begin to be typed into another program; `inside`: by step, what opened it. */
export function entryRuns(
  entries: readonly TranscriptEntry[],
  inside: (step: string) => string | null,
): EntryRun[] {
  const runs: EntryRun[] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    const opener = entry.kind === 'command' ? openerOf(entry.step, inside) : (last?.inside ?? null);
    if (last !== undefined && last.inside === opener) last.entries.push(entry);
    else runs.push({ inside: opener, entries: [entry] });
  }
  return runs;
}

function openerOf(step: string | null, inside: (step: string) => string | null): string | null {
  return step === null ? null : inside(step);
}
