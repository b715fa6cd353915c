import type { MathBlock } from '../../model.ts';
import { leaf } from '../atoms.ts';
import { MATH } from '../layout.ts';
import type { Splitting } from './splitting.ts';

/** Display mathematics: a line for each that its author ends. */
export const math: Splitting<MathBlock> = {
  shows: 'matter',
  atoms: (block) => [leaf(block, block.tex.split('\\\\').length * MATH.line)],
};
