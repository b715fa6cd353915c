import type { Attributes, Block, CalloutBlock, CodeBlock, DefinitionsBlock, TableBlock } from '../model.ts';
import { type Atom, type Child, type CodeLines, type Frame, type Spoken, spaceBetween } from './atoms.ts';
import { blockHeight, naturalHeight, type Setting } from './block-height.ts';
import type { Piece } from './choose.ts';
import { codeParts } from './code-parts.ts';
import { shiftLineSteps } from './code-steps.ts';
import { sizeFor, widestLine } from './columns.ts';
import {
  BLOCK_GAP,
  CALLOUT,
  CARD,
  DEFINITIONS,
  DENSE_CODE,
  DIAGRAM,
  LEAST_WIDTH,
  QUOTE,
  ROOM,
  TEXT,
  TYPE,
  type Type,
} from './layout.ts';
import { inFrame, leaf } from './leaf.ts';
import { listAtoms, listFrame } from './list-atoms.ts';
import { countLines } from './measure.ts';
import { codeLineHeights, rowHeights } from './measure-code.ts';
import { once } from './once.ts';
import { transcriptAtoms } from './transcript-atoms.ts';

/** Takes a piece apart into what a slide's end may fall between. `inside`: by step, the one that opened its program. */
export function makeAtoms(piece: Piece, inside: Setting['inside'], type: Type = TYPE.normal): Atom[] {
  if (piece.shown === null) return [silent(piece.whole)];
  const atoms = atomsOf(piece.shown, {
    width: ROOM.width,
    outer: ROOM.width,
    type,
    size: type.text,
    depth: 0,
    inside,
  });
  if (atoms.length === 0) return piece.cut ? [silent(piece.whole)] : [];
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
  const items = whole.items.map(
    (part, index): Spoken => ({ frames: [frame], index, part, begins: index === 0 ? 1 : 0 }),
  );
  let spoken = 0;
  for (const atom of atoms) {
    const index = atom.frames[1]?.index ?? atom.index;
    if (index < spoken) continue;
    atom.cut = true;
    atom.spoken = items.slice(spoken, index + 1);
    spoken = index + 1;
  }
  // Items of which nothing is shown are said with the last one that is.
  atoms.findLast((atom) => atom.cut)?.spoken?.push(...items.slice(spoken));
}

function atomsOf(block: Block, setting: Setting): Atom[] {
  switch (block.kind) {
    case 'list':
      return listAtoms(block, setting, atomsOf);
    case 'transcript':
      return transcriptAtoms(block, setting);
    case 'code':
      return codeAtoms(block, setting);
    case 'table':
      return tableAtoms(block, setting);
    case 'definitions':
      return definitionAtoms(block, setting);
    case 'quote':
      return boxAtoms(block, setting, { gap: CALLOUT.gap, around: 2 * QUOTE.down, across: QUOTE.left });
    case 'callout':
      return boxAtoms(block, setting, {
        gap: CALLOUT.gap,
        around: 2 * CALLOUT.down + titleHeight(block, setting) + CALLOUT.gap,
        across: 2 * CALLOUT.across,
      });
    case 'details':
      return boxAtoms(block, setting, { gap: BLOCK_GAP, around: CALLOUT.title + CALLOUT.gap, across: 0 });
    case 'group':
      return groupAtoms(block, setting);
    case 'diagram':
    case 'figure':
      return [
        {
          ...leaf(block, blockHeight(block, setting, heightOf)),
          height: naturalHeight(block, setting, heightOf),
        },
      ];
    default:
      return [leaf(block, blockHeight(block, setting, heightOf))];
  }
}

/** The height of a whole block, whether or not it can be parted. */
const heightOf = once((block: Block, setting) => stackHeight(atomsOf(block, setting)));

function stackHeight(atoms: readonly Atom[]): number {
  let before: Atom | null = null;
  let height = 0;
  for (const atom of atoms) {
    height += spaceBetween(before, atom, BLOCK_GAP) + atom.least;
    before = atom;
  }
  return height;
}

function codeAtoms(block: CodeBlock, setting: Setting): Atom[] {
  const { squeezed: _, ...written } = block;
  const text = block.squeezed ?? block.text;
  const columns = widestLine(text);
  const frame: Frame = {
    index: 0,
    gap: 0,
    around: 2 * CARD.padding,
    build: (children: Child[]) => ({
      ...written,
      text: children.map((child) => (child.part as CodeLines).text).join('\n'),
      textLine: (children[0]!.part as CodeLines).line,
      columns,
      attributes: shiftSteps(block.attributes, children[0]!.index),
    }),
  };
  const height = codeLineHeights(columns, setting.width, setting.type);
  const dense = Math.min(1, DENSE_CODE.code / sizeFor(columns, setting.width).code);
  const bare: CodeBlock = { ...block, text: '' };
  const parts = codeParts(text, block.textLine).map((part, index): Atom[] => {
    const lines = leaf(bare, height(part.text));
    const { reluctance } = part;
    return [{ ...lines, dense: lines.least * dense, part, index, reluctance }];
  });
  return inFrame(frame, parts, 0);
}

/** The lines that are highlighted count from where this part of the code begins. */
function shiftSteps(attributes: Attributes, first: number): Attributes {
  const { lines } = attributes.values;
  if (lines === undefined || first === 0) return attributes;
  return { ...attributes, values: { ...attributes.values, lines: shiftLineSteps(lines, first) } };
}

function tableAtoms(block: TableBlock, setting: Setting): Atom[] {
  const { header, rows } = rowHeights(block, setting);
  const frame: Frame = {
    index: 0,
    gap: 0,
    around: header,
    build: (children) => ({ ...block, rows: children.map((child) => child.part as TableBlock['header']) }),
  };
  if (block.rows.length === 0) return [leaf(block, header)];
  const bare: TableBlock = { ...block, header: [], rows: [] };
  const parts = block.rows.map((row, index): Atom[] => [{ ...leaf(bare, rows[index]!), part: row, index }]);
  return inFrame(frame, parts, 8);
}

/** A list of definitions, parted between its items. */
function definitionAtoms(block: DefinitionsBlock, setting: Setting): Atom[] {
  const frame: Frame = {
    index: 0,
    gap: DEFINITIONS.gap,
    around: 0,
    build: (children) => ({
      ...block,
      items: children.flatMap((child) => (child.part as DefinitionsBlock).items),
    }),
  };
  const parts = block.items.map((item) => {
    const part: DefinitionsBlock = { ...block, items: [item] };
    return [leaf(part, blockHeight(part, setting, heightOf))];
  });
  return inFrame(frame, parts, 6);
}

/** Two columns stand side by side while they fit; anything else is a box without walls. */
function groupAtoms(block: Extract<Block, { kind: 'group' }>, setting: Setting): Atom[] {
  if (block.attributes.classes.includes('moments'))
    return [{ ...leaf(block, DIAGRAM.least), height: DIAGRAM.ideal }];
  const isColumns = block.attributes.classes.includes('columns');
  const height = isColumns ? blockHeight(block, setting, heightOf) : Number.POSITIVE_INFINITY;
  if (height <= ROOM.height - 140) return [leaf(block, height)];
  return boxAtoms(block, setting, { gap: BLOCK_GAP, around: 0, across: 0 });
}

/** A callout's title; without one its flavour's name stands there, which is short. */
function titleHeight(block: CalloutBlock, setting: Setting): number {
  const lines = countLines(block.title, setting.width - 2 * CALLOUT.across, setting.size, true);
  return lines * setting.size * TEXT.line;
}

function boxAtoms(
  block: Extract<Block, { blocks: Block[] }>,
  setting: Setting,
  box: { gap: number; around: number; across: number },
): Atom[] {
  const frame: Frame = {
    index: 0,
    gap: box.gap,
    around: box.around,
    build: (children) => ({ ...block, blocks: children.map((child) => child.part as Block) }),
  };
  const inner = { ...setting, width: Math.max(LEAST_WIDTH, setting.width - box.across) };
  const atoms = block.blocks.map((one) => atomsOf(one, inner));
  const framed = inFrame(frame, atoms, 15);
  if (framed.length === 0) return [leaf(block, box.around)];
  return isSolution(block) ? [{ ...framed[0]!, reluctance: APART }, ...framed.slice(1)] : framed;
}

/** What a class is to find out does not stand beside the question if it can be helped. */
function isSolution(block: Block): boolean {
  return block.kind === 'callout' && block.flavour === 'solution';
}

/** How good it is to begin a slide there. */
const APART = -170;
