import type { Attributes, CodeBlock } from '../../model.ts';
import { type Atom, type CodeLines, type Frame, inFrame, leaf } from '../atoms.ts';
import { shiftLineSteps } from '../code-steps.ts';
import { columnsIn, roomBetween, sizeFor, widestLine, wrappedLines } from '../columns.ts';
import { CARD, DENSE_CODE, type Type } from '../layout.ts';
import { codeParts } from './code-parts.ts';
import type { Splitting } from './splitting.ts';

/** Code in its lines. All parts have one size, that of the widest line; they are parted where it hurts least. */
export const code: Splitting<CodeBlock> = {
  shows: 'matter',
  atoms(block, { width, type }) {
    const text = block.squeezed ?? block.text;
    const columns = widestLine(text);
    const height = lineHeights(columns, width, type);
    const dense = Math.min(1, DENSE_CODE.code / sizeFor(columns, width).code);
    const parts = codeParts(text, block.textLine).map((part, index): Atom[] => {
      const least = height(part.text);
      const { reluctance } = part;
      return [leaf(block, least, { dense: least * dense, part, index, reluctance })];
    });
    return inFrame(codeFrame(block, columns), parts, 0);
  },
};

/** The height in pixels of each line of code whose widest has so many columns, in a card this wide; what does not fit wraps. */
function lineHeights(widest: number, width: number, type: Type): (line: string) => number {
  const { code: size } = sizeFor(widest, width, type);
  const room = columnsIn(roomBetween(widest, width), size);
  return (line) => wrappedLines(line, room) * size * CARD.line;
}

function codeFrame({ squeezed: _, ...block }: CodeBlock, columns: number): Frame {
  return {
    index: 0,
    gap: 0,
    around: 2 * CARD.padding,
    build(children) {
      const lines = children.map((child) => child.part as CodeLines);
      return {
        ...block,
        text: lines.map((line) => line.text).join('\n'),
        textLine: lines[0]!.line,
        columns,
        attributes: shiftSteps(block.attributes, children[0]!.index),
      };
    },
  };
}

/** The lines that are highlighted count from where this part of the code begins. */
function shiftSteps(attributes: Attributes, first: number): Attributes {
  const { lines } = attributes.values;
  if (lines === undefined || first === 0) return attributes;
  return { ...attributes, values: { ...attributes.values, lines: shiftLineSteps(lines, first) } };
}
