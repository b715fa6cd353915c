import { plainInline, visitNodes } from '../../inline/nodes.ts';
import type { HtmlBlock } from '../../model.ts';
import { leaf } from '../atoms.ts';
import { FIGURE, TEXT } from '../layout.ts';
import { countLines } from '../measure.ts';
import type { Setting, Splitting } from './splitting.ts';

/** An author's own HTML: a line for each element that makes one, more where its text wraps. It is never parted. */
export const html: Splitting<HtmlBlock> = {
  shows: 'matter',
  atoms: (block, setting) => [leaf(block, height(block, setting))],
};

/** Elements that make a line of their own. */
const LINES = new Set('tr li p h1 h2 h3 h4 h5 h6 dt dd summary'.split(' '));

function height({ nodes, text }: HtmlBlock, { width, size }: Setting): number {
  let rows = 0;
  let pictures = 0;
  visitNodes(nodes, (node) => {
    if (node.kind === 'image') pictures += 1;
    if (node.kind === 'image' || node.kind === 'break' || (node.kind === 'element' && LINES.has(node.tag)))
      rows += 1;
  });
  const wrapped = text
    .split('\n')
    .map((line) => countLines(plainInline(line), width, size))
    .reduce((sum, lines) => sum + lines, 0);
  return Math.max(1, rows, wrapped) * size * TEXT.line * 1.2 + pictures * FIGURE.least;
}
