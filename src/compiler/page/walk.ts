import type { Block } from '../model.ts';

/** Every block of a tree, in the page's order, containers before what they hold. */
export function visit(blocks: readonly Block[], each: (block: Block) => void): void {
  for (const block of blocks) {
    each(block);
    for (const inside of insides(block)) visit(inside, each);
  }
}

/** The lists of blocks that a block holds. */
export function insides(block: Block): Block[][] {
  switch (block.kind) {
    case 'list':
    case 'footnotes':
      return block.items.map((item) => item.blocks);
    case 'definitions':
      return block.items.flatMap((item) => item.definitions);
    case 'quote':
    case 'callout':
    case 'details':
    case 'group':
    case 'notes':
      return [block.blocks];
    default:
      return [];
  }
}

/** The block with `change` applied to each list of blocks that it holds; the block itself is left alone. */
export function mapInsides(block: Block, change: (blocks: Block[]) => Block[]): Block {
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: change(item.blocks) })) };
    case 'footnotes':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: change(item.blocks) })) };
    case 'definitions':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, definitions: item.definitions.map(change) })),
      };
    case 'quote':
    case 'callout':
    case 'details':
    case 'group':
    case 'notes':
      return { ...block, blocks: change(block.blocks) };
    default:
      return block;
  }
}
