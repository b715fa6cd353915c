import type { ListBlock, ListItem } from '../../model.ts';
import { type Atom, type Frame, inFrame, leaf, type Spoken, spaceBetween } from '../atoms.ts';
import { changed } from '../changed.ts';
import { LEAST_WIDTH, LIST, ROOM, TWO_COLUMNS } from '../layout.ts';
import { inTwoColumns, measureOnce } from './heights.ts';
import { isPicture } from './pictures.ts';
import type { AtomsOf, Setting, Splitting } from './splitting.ts';

/**
 * A list in its items, and these in their blocks. Pictures are lifted out, so that they stand as large as the
 * slide allows: the list goes on after them.
 */
export const list: Splitting<ListBlock> = {
  shows: 'matter',
  atoms(block, setting, atomsOf) {
    if (block.attributes.classes.includes('columns')) {
      const height = columnsHeight(block, setting, atomsOf);
      if (height <= COLUMNS_LIMIT) return [leaf(block, height, { prose: block })];
    }
    const depth = setting.depth + 1;
    const inner = { ...setting, width: Math.max(LEAST_WIDTH, setting.width - LIST.indent), depth };
    const items = block.items.map((item, index) => {
      const edge = index === 1 || index === block.items.length - 1;
      return itemAtoms(item, index, inner, atomsOf).map((atom, at) =>
        at === 0 && edge ? { ...atom, reluctance: atom.reluctance + LONELY } : atom,
      );
    });
    return inFrame(listFrame(block, depth), items, 6);
  },
  shorten(block, inside) {
    const items = changed(block.items, (item) => shortenItem(item, inside(item.blocks)));
    return items === block.items ? block : { ...block, items };
  },
  /** Each item is said with the last atom that shows something of it. */
  speak(block, atoms) {
    const frame = listFrame(block);
    const items = block.items.map(
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
  },
};

/** How bad it is to leave one item alone on one side of a slide's end. */
const LONELY = 18;

/** Pixels of height up to which a list of two columns stands on one slide. */
const COLUMNS_LIMIT = ROOM.height - 140;

/** Two columns of items, row by row. */
const columnsHeight = measureOnce((block: ListBlock, setting, atomsOf) => {
  const width = Math.max(LEAST_WIDTH, (setting.width - LIST.indent - TWO_COLUMNS.gap) / 2);
  const heights = block.items.map((item) =>
    item.blocks
      .flatMap((one) => atomsOf(one, { ...setting, width, depth: 1 }))
      .reduce((sum, atom, at) => sum + spaceBetween(null, atom) + atom.least + (at > 0 ? LIST.inside : 0), 0),
  );
  return inTwoColumns(heights, LIST.gap);
});

/** An item in its blocks. A list within the outermost one is set smaller. */
function itemAtoms(item: ListItem, index: number, setting: Setting, atomsOf: AtomsOf): Atom[] {
  const frame: Frame = {
    index,
    gap: LIST.inside,
    around: 0,
    build: (children, begins) => ({
      ...item,
      blocks: children.map((child) => child.part as ListItem['blocks'][number]),
      ...(begins ? {} : { continued: true }),
    }),
  };
  const nested = setting.depth === 1 ? { ...setting, size: setting.size * LIST.nested } : setting;
  const blocks = item.blocks.map((block) =>
    isPicture(block)
      ? lifted(atomsOf(block, { ...setting, width: setting.outer, depth: setting.depth - 1 }))
      : atomsOf(block, block.kind === 'list' ? nested : setting),
  );
  return inFrame(frame, blocks, 25);
}

function lifted(atoms: Atom[]): Atom[] {
  return atoms.map((atom) => ({ ...atom, lifted: true, reluctance: 0 }));
}

/** The list around its items: on each slide it goes on counting. */
function listFrame(block: ListBlock, depth = 1): Frame {
  return {
    index: 0,
    gap: depth === 1 ? LIST.gap : LIST.nestedGap,
    around: 0,
    build: (children) => ({
      ...block,
      start: block.start + children[0]!.index,
      items: children.map((child) => child.part as ListItem),
    }),
  };
}

/** What the author keeps on the slide is whole. */
function shortenItem(item: ListItem, blocks: ListItem['blocks']): ListItem {
  return blocks === item.blocks || item.attributes.classes.includes('slide') ? item : { ...item, blocks };
}
