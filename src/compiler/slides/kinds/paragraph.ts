import type { Block, ParagraphBlock } from '../../model.ts';
import { leaf } from '../atoms.ts';
import { TEXT } from '../layout.ts';
import { countLines } from '../measure.ts';
import type { Splitting } from './splitting.ts';

/** Text, which is never parted. */
export const paragraph: Splitting<ParagraphBlock> = {
  shows: 'text',
  atoms(block, { width, size }) {
    const height = countLines(block.inline, width, size) * size * TEXT.line;
    return [leaf(block, height, { dense: inDenseType(height), prose: block, leads: leadsOn(block) })];
  },
};

/** Whether a block is a sentence that leads into what follows: it ends in a colon. */
export function leadsOn(block: Block): boolean {
  return block.kind === 'paragraph' && /[:：]$/.test(block.inline.text.trimEnd());
}

/** The height of lines of text in the type of a dense slide. */
export function inDenseType(height: number): number {
  return (height * TEXT.dense) / TEXT.size;
}
