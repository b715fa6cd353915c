import type { Block } from './model.ts';

/** The same blocks with each one, at any depth, replaced by what `change` makes of it; inner ones first. */
export function mapBlocks(blocks: readonly Block[], change: (block: Block) => Block): Block[] {
  return blocks.map((block) => change(mapInside(block, change)));
}

function mapInside(block: Block, change: (block: Block) => Block): Block {
  switch (block.kind) {
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: mapBlocks(item.blocks, change) })),
      };
    case 'definitions':
      return {
        ...block,
        items: block.items.map((item) => ({
          ...item,
          definitions: item.definitions.map((one) => mapBlocks(one, change)),
        })),
      };
    case 'footnotes':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: mapBlocks(item.blocks, change) })),
      };
    case 'quote':
    case 'callout':
    case 'details':
    case 'group':
    case 'notes':
      return { ...block, blocks: mapBlocks(block.blocks, change) };
    default:
      return block;
  }
}
