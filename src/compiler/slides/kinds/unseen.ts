import type { Block } from '../../model.ts';
import { leaf } from '../atoms.ts';

/** What takes no room on a slide: what is the speaker's, and what steers the deck. */
export const unseen = {
  shows: 'never' as const,
  atoms: (block: Block) => [leaf(block, 0, { prose: block })],
};
