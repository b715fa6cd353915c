import type { CommandEntry, TranscriptBlock, TranscriptEntry } from '../../model.ts';
import { withOutput } from '../../squeeze.ts';
import { type Atom, type Frame, inFrame, leaf } from '../atoms.ts';
import { changed } from '../changed.ts';
import { CARD, ROOM, TRANSCRIPT } from '../layout.ts';
import { entryRuns } from '../program-runs.ts';
import { ELISION, entryHeight, trimEntry } from './entry.ts';
import type { Setting, Splitting } from './splitting.ts';

/** A transcript in its entries. Those that are typed inside one program stand under a line that names it. */
export const transcript: Splitting<TranscriptBlock> = {
  shows: 'matter',
  atoms(block, setting) {
    const runs = entryRuns(block.entries, setting.inside).map(({ inside, entries }, index) => {
      const atoms = entries.map((entry) => [entryAtom(block, entry, setting)]);
      return inside === null ? atoms.flat() : inFrame(makeFrame(block, TRANSCRIPT.where, index), atoms, 0);
    });
    const card = makeFrame(block, 2 * CARD.padding, 0);
    return inFrame(card, runs, 0).map((atom, at) => (at === 0 ? atom : { ...atom, reluctance: BETWEEN }));
  },
  shorten(block) {
    const entries = changed(block.entries, (entry) =>
      entry.kind === 'command' ? shortenOutput(entry) : entry,
    );
    return entries === block.entries ? block : { ...block, entries };
  },
  trim(block, room) {
    const limit = room - 2 * CARD.padding - TRANSCRIPT.where;
    return { ...block, entries: block.entries.map((entry) => trimEntry(entry, ROOM.width, limit)) };
  },
};

/** How bad it is to part a transcript between two entries. */
const BETWEEN = 10;

/** An output of more lines is cut on the slide: the terminal shows all of it. */
const LONG_OUTPUT = 12;
const SHOWN_OUTPUT = 10;

function entryAtom(block: TranscriptBlock, entry: TranscriptEntry, { width, type }: Setting): Atom {
  const { least, dense } = entryHeight(entry, width, type);
  return leaf({ ...block, entries: [entry] }, least, { dense, leads: entry.kind === 'comment' });
}

function makeFrame(block: TranscriptBlock, around: number, index: number): Frame {
  return {
    index,
    gap: TRANSCRIPT.gap,
    around,
    build: (children) => ({
      ...block,
      entries: children.flatMap((child) => (child.part as TranscriptBlock).entries),
    }),
  };
}

function shortenOutput(entry: CommandEntry): CommandEntry {
  const lines = entry.output.split('\n');
  if (lines.length <= LONG_OUTPUT) return entry;
  return withOutput(entry, [...lines.slice(0, SHOWN_OUTPUT), ELISION].join('\n'));
}
