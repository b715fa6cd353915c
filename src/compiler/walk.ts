import type { Block } from './model.ts';

/** Every block of a tree, in the page's order, containers before what they hold. */
export function visit(blocks: readonly Block[], each: (block: Block) => void): void {
  for (const block of blocks) {
    each(block);
    for (const inside of insides(block)) visit(inside, each);
  }
}

/** Every block of a tree in one list, as {@link visit} goes through them. */
export function blocksIn(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  visit(blocks, (block) => found.push(block));
  return found;
}

/** The same blocks with each one, at any depth, replaced by what `change` makes of it; inner ones first. */
export function mapBlocks(blocks: readonly Block[], change: (block: Block) => Block): Block[] {
  return blocks.map((block) => change(mapInsides(block, (inside) => mapBlocks(inside, change))));
}

/** The lists of blocks that a block holds. */
export function insides(block: Block): readonly Block[][] {
  return shapeOf(block).insides(block);
}

/** The block with `change` applied to each list of blocks that it holds; the block itself is left alone. */
export function mapInsides(block: Block, change: Change): Block {
  return shapeOf(block).map(block, change);
}

type Change = (blocks: Block[]) => Block[];
type Kind = Block['kind'];

/** How a kind of block holds others. */
interface Shape<B extends Block> {
  insides(block: B): readonly Block[][];
  map(block: B, change: Change): Block;
}

/** Kinds that hold blocks or items do not take this shape. */
const NOTHING: Shape<Exclude<Block, { blocks: unknown } | { items: unknown }>> = {
  insides: () => [],
  map: (block) => block,
};

const BLOCKS: Shape<Extract<Block, { blocks: unknown }>> = {
  insides: (block) => [block.blocks],
  map: (block, change) => ({ ...block, blocks: change(block.blocks) }),
};

const LIST: Shape<Extract<Block, { kind: 'list' }>> = {
  insides: (block) => block.items.map((item) => item.blocks),
  map: (block, change) => ({ ...block, items: block.items.map((item) => changed(item, change)) }),
};

const FOOTNOTES: Shape<Extract<Block, { kind: 'footnotes' }>> = {
  insides: (block) => block.items.map((item) => item.blocks),
  map: (block, change) => ({ ...block, items: block.items.map((item) => changed(item, change)) }),
};

const DEFINITIONS: Shape<Extract<Block, { kind: 'definitions' }>> = {
  insides: (block) => block.items.flatMap((item) => item.definitions),
  map: (block, change) => ({
    ...block,
    items: block.items.map((item) => ({ ...item, definitions: item.definitions.map(change) })),
  }),
};

/** Whatever holds blocks says so here, and nowhere else. */
const shapes: { [K in Kind]: Shape<Extract<Block, { kind: K }>> } = {
  heading: NOTHING,
  paragraph: NOTHING,
  list: LIST,
  code: NOTHING,
  transcript: NOTHING,
  table: NOTHING,
  quote: BLOCKS,
  callout: BLOCKS,
  details: BLOCKS,
  group: BLOCKS,
  notes: BLOCKS,
  figure: NOTHING,
  diagram: NOTHING,
  math: NOTHING,
  html: NOTHING,
  definitions: DEFINITIONS,
  footnotes: FOOTNOTES,
  break: NOTHING,
  toc: NOTHING,
};

/** Each kind's shape is for blocks of that kind, which the type of the table can't say of a look-up. */
function shapeOf(block: Block): Shape<Block> {
  return shapes[block.kind] as Shape<Block>;
}

function changed<Item extends { blocks: Block[] }>(item: Item, change: Change): Item {
  return { ...item, blocks: change(item.blocks) };
}
