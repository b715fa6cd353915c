import type { GroupBlock } from '../../model.ts';
import { leaf } from '../atoms.ts';
import { BLOCK_GAP, DIAGRAM, LEAST_WIDTH, ROOM, TWO_COLUMNS } from '../layout.ts';
import { boxAtoms, shortenBox } from './boxes.ts';
import { heightOf, inTwoColumns } from './heights.ts';
import type { AtomsOf, Setting, Splitting } from './splitting.ts';

/** Two columns stand side by side while they fit, moments of a diagram on each other; all else is a box without walls. */
export const group: Splitting<GroupBlock> = {
  shows: 'matter',
  atoms(block, setting, atomsOf) {
    const { classes } = block.attributes;
    if (classes.includes('moments'))
      return [leaf(block, DIAGRAM.least, { height: DIAGRAM.ideal, prose: block })];
    if (classes.includes('columns')) {
      const height = columnsHeight(block, setting, atomsOf);
      if (height <= COLUMNS_LIMIT) return [leaf(block, height, { prose: block })];
    }
    return boxAtoms(block, { gap: BLOCK_GAP, around: 0, across: 0 }, setting, atomsOf);
  },
  shorten: shortenBox,
};

/** Pixels of height up to which two columns stand on one slide. */
const COLUMNS_LIMIT = ROOM.height - 140;

function columnsHeight({ blocks }: GroupBlock, setting: Setting, atomsOf: AtomsOf): number {
  const width = Math.max(LEAST_WIDTH, (setting.width - TWO_COLUMNS.gap) / 2);
  const heights = blocks.map((block) => heightOf(block, { ...setting, width }, atomsOf));
  return inTwoColumns(heights, BLOCK_GAP);
}
