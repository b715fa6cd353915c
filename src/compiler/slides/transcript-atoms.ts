import type { TranscriptBlock, TranscriptEntry } from '../model.ts';
import { textOf } from '../text.ts';
import type { Atom, Child, Frame } from './atoms.ts';
import type { Setting } from './block-height.ts';
import { CARD, TRANSCRIPT } from './layout.ts';
import { inFrame, leaf } from './leaf.ts';
import { entryHeight } from './measure-code.ts';
import { entryRuns } from './runs.ts';

/** A transcript in its entries. Those that are typed inside one program stand under a line that names it. */
export function transcriptAtoms(block: TranscriptBlock, setting: Setting): Atom[] {
  const card = makeFrame(block, 2 * CARD.padding, 0);
  const runs = entryRuns(block.entries, setting.inside).map(({ inside, entries }, index) => {
    const atoms = entries.map((entry) => [entryAtom(block, entry, setting)]);
    if (inside === null) return atoms.flat();
    return inFrame(makeFrame(block, TRANSCRIPT.where, index), atoms, 0);
  });
  return inFrame(card, runs, 0).map((atom, at) => (at === 0 ? atom : { ...atom, reluctance: BETWEEN }));
}

/** How bad it is to part a transcript between two entries. */
const BETWEEN = 10;

function entryAtom(block: TranscriptBlock, entry: TranscriptEntry, { width, type }: Setting): Atom {
  const part = withEntries(block, [entry]);
  const { least, dense } = entryHeight(entry, width, type);
  return { ...leaf(part, least), dense, words: 0, leads: entry.kind === 'comment' };
}

function makeFrame(block: TranscriptBlock, around: number, index: number): Frame {
  const build = (children: Child[]) =>
    withEntries(
      block,
      children.flatMap((child) => (child.part as TranscriptBlock).entries),
    );
  return { index, gap: TRANSCRIPT.gap, around, build };
}

function withEntries(block: TranscriptBlock, entries: TranscriptEntry[]): TranscriptBlock {
  return { ...block, text: textOf([{ ...block, entries }]), entries };
}
