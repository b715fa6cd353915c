import type { Block, ListBlock } from '../model.ts';
import { type Atom, type Frame, spaceBetween } from './atoms.ts';
import type { Setting } from './block-height.ts';
import { LEAST_WIDTH, LIST, ROOM, TWO_COLUMNS } from './layout.ts';
import { inFrame, leaf } from './leaf.ts';
import { once } from './once.ts';

/** How blocks are taken apart. */
type AtomsOf = (block: Block, setting: Setting) => Atom[];

/**
 * A list in its items, and these in their blocks. Pictures are lifted out, so that they stand as large as the
 * slide allows: the list goes on after them.
 */
export function listAtoms(block: ListBlock, setting: Setting, atomsOf: AtomsOf): Atom[] {
  if (block.attributes.classes.includes('columns')) {
    const height = columnsHeight(block, setting, atomsOf);
    if (height <= COLUMNS_LIMIT) return [leaf(block, height)];
  }
  const depth = setting.depth + 1;
  const inner = { ...setting, width: Math.max(LEAST_WIDTH, setting.width - LIST.indent), depth };
  const nested = depth === 1 ? { ...inner, size: inner.size * LIST.nested } : inner;
  const items = block.items.map((item, index) => {
    const frame: Frame = {
      index,
      gap: LIST.inside,
      around: 0,
      build: (children, begins) => ({
        ...item,
        blocks: children.map((child) => child.part as Block),
        ...(begins ? {} : { continued: true }),
      }),
    };
    const blocks = item.blocks.map((one) =>
      one.kind === 'figure' || one.kind === 'diagram'
        ? lifted(atomsOf(one, { ...setting, width: setting.outer }))
        : atomsOf(one, one.kind === 'list' ? nested : inner),
    );
    return inFrame(frame, blocks, 25).map((atom, at) =>
      at === 0 && isEdge(index, block.items.length)
        ? { ...atom, reluctance: atom.reluctance + LONELY }
        : atom,
    );
  });
  return inFrame(listFrame(block, depth), items, 6);
}

/** How bad it is to leave one item alone on one side of a slide's end. */
const LONELY = 18;

function isEdge(index: number, items: number): boolean {
  return index === 1 || index === items - 1;
}

/** Pixels of height up to which a list of two columns stands on one slide. */
const COLUMNS_LIMIT = ROOM.height - 140;

/** Two columns of items, row by row. */
const columnsHeight = once((block: ListBlock, setting, atomsOf: AtomsOf) => {
  const width = Math.max(LEAST_WIDTH, (setting.width - LIST.indent - TWO_COLUMNS.gap) / 2);
  const heights = block.items.map((item) =>
    item.blocks
      .flatMap((one) => atomsOf(one, { ...setting, width, depth: 1 }))
      .reduce(
        (sum, atom, at) => sum + spaceBetween(null, atom, 0) + atom.least + (at > 0 ? LIST.inside : 0),
        0,
      ),
  );
  const rows = heights.flatMap((height, at) =>
    at % 2 === 0 ? [Math.max(height, heights[at + 1] ?? 0)] : [],
  );
  return rows.reduce((sum, row) => sum + row + LIST.gap, -LIST.gap);
});

/** The list around its items: on each slide it goes on counting. */
export function listFrame(block: ListBlock, depth = 1): Frame {
  return {
    index: 0,
    gap: depth === 1 ? LIST.gap : LIST.nestedGap,
    around: 0,
    build: (children) => ({
      ...block,
      start: block.start + children[0]!.index,
      items: children.map((child) => child.part as ListBlock['items'][number]),
    }),
  };
}

function lifted(atoms: Atom[]): Atom[] {
  return atoms.map((atom) => ({ ...atom, lifted: true, reluctance: 0 }));
}
