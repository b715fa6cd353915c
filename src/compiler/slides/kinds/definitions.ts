import type { DefinitionsBlock } from '../../model.ts';
import { type Frame, inFrame, leaf } from '../atoms.ts';
import { BLOCK_GAP, DEFINITIONS, LEAST_WIDTH, TEXT } from '../layout.ts';
import { heightOf, stacked } from './heights.ts';
import type { AtomsOf, Setting, Splitting } from './splitting.ts';

type Item = DefinitionsBlock['items'][number];

/** A list of definitions, parted between its items. */
export const definitions: Splitting<DefinitionsBlock> = {
  shows: 'matter',
  atoms(block, setting, atomsOf) {
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
      return [leaf(part, itemHeight(item, setting, atomsOf), { prose: part })];
    });
    return inFrame(frame, parts, 6);
  },
};

function itemHeight({ terms, definitions }: Item, setting: Setting, atomsOf: AtomsOf): number {
  const width = Math.max(LEAST_WIDTH, setting.width - DEFINITIONS.indent);
  const heights = definitions.flat().map((block) => heightOf(block, { ...setting, width }, atomsOf));
  return terms.length * setting.size * TEXT.line + stacked(heights, BLOCK_GAP);
}
