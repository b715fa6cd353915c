import type { Block } from '../model.ts';

/** The steps that stand in these blocks, at any depth, in order. */
export function stepsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'transcript':
        return block.entries.flatMap((entry) =>
          entry.kind === 'command' && entry.step !== null ? [entry.step] : [],
        );
      case 'list':
        return block.items.flatMap((item) => stepsOf(item.blocks));
      case 'definitions':
        return block.items.flatMap((item) => stepsOf(item.definitions.flat()));
      case 'quote':
      case 'callout':
      case 'details':
      case 'group':
      case 'notes':
        return stepsOf(block.blocks);
      default:
        return [];
    }
  });
}
