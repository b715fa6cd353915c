import type { Block, DiagramBlock, FigureBlock } from '../../model.ts';
import { leaf } from '../atoms.ts';
import { DIAGRAM, FIGURE, ROOM, TEXT } from '../layout.ts';
import { countLines } from '../measure.ts';
import type { Setting, Splitting } from './splitting.ts';

/** A picture: as large as the slide allows, at most twice its size, at least so that it can be seen. */
export const figure: Splitting<FigureBlock> = {
  shows: 'matter',
  atoms(block, setting) {
    const caption = captionHeight(block, setting);
    const least = FIGURE.least + caption;
    const wanted = Math.min(naturalHeight(block, setting.width), ROOM.height - 140) + caption;
    return [leaf(block, least, { height: Math.max(least, wanted) })];
  },
};

export const diagram: Splitting<DiagramBlock> = {
  shows: 'matter',
  atoms: (block) => [leaf(block, DIAGRAM.least, { height: DIAGRAM.ideal })],
};

/** Whether a block stands best on its own, also where its author put it into a list. */
export function isPicture(block: Block): boolean {
  return block.kind === 'figure' || block.kind === 'diagram';
}

function naturalHeight({ size }: FigureBlock, width: number): number {
  if (size === null) return FIGURE.placeholder;
  return size.height * Math.min(FIGURE.grow, width / Math.max(1, size.width));
}

function captionHeight({ caption }: FigureBlock, { width }: Setting): number {
  if (caption === null) return 0;
  return FIGURE.captionGap + countLines(caption, width, FIGURE.caption) * FIGURE.caption * TEXT.line;
}
