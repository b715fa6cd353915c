import type {
  Block,
  CalloutBlock,
  CodeBlock,
  ListBlock,
  QuoteBlock,
  TableBlock,
  TranscriptBlock,
} from '../model.ts';
import { countWords, textOf } from '../text.ts';
import { type Atom, type Child, type CodeLines, type Frame, spaceBetween } from './atoms.ts';
import { blockHeight, naturalHeight, type Setting } from './block-height.ts';
import type { Piece } from './choose.ts';
import { codeParts } from './code-parts.ts';
import { BLOCK_GAP, CALLOUT, CARD, LIST, QUOTE, ROOM, TEXT, TRANSCRIPT } from './layout.ts';
import { codeLineHeight, entryHeight, rowHeights } from './measure-code.ts';

/** Takes a piece apart into what a slide's end may fall between. */
export function makeAtoms(piece: Piece): Atom[] {
  if (piece.shown === null) return [silent(piece.whole)];
  const atoms = atomsOf(piece.shown, { width: ROOM.width, size: TEXT.size });
  if (piece.leads) atoms.at(-1)!.leads = true;
  if (piece.cut) speak(atoms, piece.whole);
  return atoms;
}

/** Stands in the notes only, with what was before it. */
function silent(block: Block): Atom {
  return {
    ...leaf(block, 0),
    part: null,
    words: 0,
    reluctance: 600,
    cut: true,
    spoken: [{ frames: [], index: 0, part: block, begins: 0 }],
  };
}

/** What was cut stands whole in the notes: a list's items each beside theirs, all else with its first atom. */
function speak(atoms: Atom[], whole: Block): void {
  for (const atom of atoms) atom.spoken = [];
  if (whole.kind !== 'list') {
    atoms[0]!.spoken = [{ frames: [], index: 0, part: whole, begins: 0 }];
    atoms[0]!.cut = true;
    return;
  }
  const frame = listFrame(whole);
  let last = -1;
  for (const atom of atoms) {
    const index = atom.frames[1]?.index ?? atom.index;
    if (index === last) continue;
    last = index;
    atom.cut = true;
    atom.spoken = [{ frames: [frame], index, part: whole.items[index]!, begins: index === 0 ? 1 : 0 }];
  }
}

function atomsOf(block: Block, setting: Setting): Atom[] {
  switch (block.kind) {
    case 'list':
      return listAtoms(block, setting);
    case 'transcript':
      return transcriptAtoms(block, setting);
    case 'code':
      return codeAtoms(block, setting);
    case 'table':
      return tableAtoms(block, setting);
    case 'quote':
      return boxAtoms(block, setting, { gap: CALLOUT.gap, around: 2 * QUOTE.down, across: QUOTE.left });
    case 'callout':
      return boxAtoms(block, setting, {
        gap: CALLOUT.gap,
        around: 2 * CALLOUT.down + CALLOUT.title,
        across: 2 * CALLOUT.across,
      });
    default:
      return [
        {
          ...leaf(block, blockHeight(block, setting, heightOf)),
          height: naturalHeight(block, setting, heightOf),
        },
      ];
  }
}

/** The height of a whole block, whether or not it can be parted. */
function heightOf(block: Block, setting: Setting): number {
  let before: Atom | null = null;
  let height = 0;
  for (const atom of atomsOf(block, setting)) {
    height += spaceBetween(before, atom, BLOCK_GAP) + atom.least;
    before = atom;
  }
  return height;
}

function leaf(block: Block, height: number): Atom {
  const isProse = !['figure', 'diagram', 'math', 'html'].includes(block.kind);
  return {
    frames: [],
    index: 0,
    part: block,
    begins: 0,
    height,
    least: height,
    words: isProse ? countWords(textOf([block])) : 0,
    leads: false,
    reluctance: block.kind === 'heading' ? -15 : 0,
    spoken: null,
    cut: false,
  };
}

/** Puts atoms into a frame: the first of them begins it. */
function inFrame(frame: Frame, groups: readonly (readonly Atom[])[], reluctance: number): Atom[] {
  return groups.flatMap((atoms, index) =>
    atoms.map((atom, at) => {
      const first = index === 0 && at === 0;
      return {
        ...atom,
        frames: [frame, ...atom.frames],
        index: atom.frames.length === 0 ? index : atom.index,
        begins: first && atom.begins === atom.frames.length ? atom.frames.length + 1 : atom.begins,
        reluctance: first ? atom.reluctance : atom.reluctance + reluctance,
      };
    }),
  );
}

function listFrame(block: ListBlock): Frame {
  return {
    index: 0,
    gap: LIST.gap,
    around: 0,
    build: (children) => ({
      ...block,
      start: block.start + children[0]!.index,
      items: children.map((child) => child.part as ListBlock['items'][number]),
    }),
  };
}

function listAtoms(block: ListBlock, setting: Setting): Atom[] {
  const inner = { width: setting.width - LIST.indent, size: setting.size };
  const nested = { width: inner.width, size: inner.size * LIST.nested };
  const items = block.items.map((item, index) => {
    const frame: Frame = {
      index,
      gap: LIST.nestedGap,
      around: 0,
      build: (children, begins) => ({
        ...item,
        blocks: children.map((child) => child.part as Block),
        ...(begins ? {} : { continued: true }),
      }),
    };
    const blocks = item.blocks.map((one) => atomsOf(one, one.kind === 'list' ? nested : inner));
    return inFrame(frame, blocks, 25);
  });
  return inFrame(listFrame(block), items, 6);
}

function transcriptAtoms(block: TranscriptBlock, setting: Setting): Atom[] {
  const frame: Frame = {
    index: 0,
    gap: TRANSCRIPT.gap,
    around: 2 * CARD.padding,
    build: (children) => ({
      ...block,
      text: children.map((child) => (child.part as TranscriptBlock).text).join('\n'),
      entries: children.flatMap((child) => (child.part as TranscriptBlock).entries),
    }),
  };
  const entries = block.entries.map((entry) => {
    const part: TranscriptBlock = {
      ...block,
      text: textOf([{ ...block, entries: [entry] }]),
      entries: [entry],
    };
    const atom = { ...leaf(part, entryHeight(entry, setting.width - 2 * CARD.padding)), words: 0 };
    return [{ ...atom, leads: entry.kind === 'comment' }];
  });
  return inFrame(frame, entries, 10);
}

function codeAtoms(block: CodeBlock, setting: Setting): Atom[] {
  const frame: Frame = {
    index: 0,
    gap: 0,
    around: 2 * CARD.padding,
    build: (children: Child[]) => ({
      ...block,
      text: children.map((child) => (child.part as CodeLines).text).join('\n'),
      textLine: (children[0]!.part as CodeLines).line,
    }),
  };
  const height = codeLineHeight(block, setting.width);
  const parts = codeParts(block.text, block.textLine).map((part, index): Atom => {
    const lines = part.text.split('\n').length;
    return { ...leaf(block, lines * height), part, index, words: 0, reluctance: part.reluctance };
  });
  return inFrame(
    frame,
    parts.map((part) => [part]),
    0,
  );
}

function tableAtoms(block: TableBlock, setting: Setting): Atom[] {
  const { header, rows } = rowHeights(block, setting.width);
  const frame: Frame = {
    index: 0,
    gap: 0,
    around: header,
    build: (children) => ({ ...block, rows: children.map((child) => child.part as TableBlock['header']) }),
  };
  if (block.rows.length === 0) return [leaf(block, header)];
  const parts = block.rows.map(
    (row, index): Atom => ({ ...leaf(block, rows[index]!), part: row, index, words: 0 }),
  );
  return inFrame(
    frame,
    parts.map((part) => [part]),
    8,
  );
}

function boxAtoms(
  block: QuoteBlock | CalloutBlock,
  setting: Setting,
  box: { gap: number; around: number; across: number },
): Atom[] {
  const frame: Frame = {
    index: 0,
    gap: box.gap,
    around: box.around,
    build: (children) => ({ ...block, blocks: children.map((child) => child.part as Block) }),
  };
  const inner = { width: setting.width - box.across, size: setting.size };
  const atoms = block.blocks.map((one) => atomsOf(one, inner));
  return atoms.length === 0 ? [leaf(block, box.around)] : inFrame(frame, atoms, 15);
}
