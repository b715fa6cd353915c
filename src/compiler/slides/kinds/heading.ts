import type { HeadingBlock } from '../../model.ts';
import { leaf } from '../atoms.ts';
import { HEADING } from '../layout.ts';
import { countLines } from '../measure.ts';
import { inDenseType } from './paragraph.ts';
import type { Splitting } from './splitting.ts';

/** A heading within a slide's body: what follows stands under it. */
export const heading: Splitting<HeadingBlock> = {
  shows: 'text',
  atoms(block, setting) {
    const size = setting.size * HEADING.inside;
    const height = countLines(block.inline, setting.width, size, true) * size * HEADING.line;
    return [leaf(block, height, { dense: inDenseType(height), prose: block, reluctance: BEGINS })];
  },
};

/** How good it is to begin a slide with it. */
const BEGINS = -15;
