import type { Block } from '../../model.ts';
import type { Context, Reader } from '../context.ts';
import { isBlank, type Line } from '../lines.ts';
import { applyAttributeLines } from './attribute-lines.ts';
import { readBreak } from './break.ts';
import { readFence, readIndented } from './code.ts';
import { readHeading } from './heading.ts';
import { readList } from './list.ts';
import { readDefinition, readParagraph } from './paragraph.ts';
import { readQuote } from './quote.ts';
import { readTable } from './table.ts';

/** What may begin at a line, in the order in which it is tried; a paragraph takes the rest. */
const readers: Reader[] = [
  readIndented,
  readFence,
  readHeading,
  readBreak,
  readQuote,
  readList,
  readTable,
  readDefinition,
];

/** Reads the blocks of a page, or of a container in it. */
export function readBlocks(lines: Line[], context: Context): Block[] {
  const blocks: Block[] = [];
  const pending = applyAttributeLines();
  for (let at = 0; at < lines.length; ) {
    if (isBlank(lines[at])) {
      pending.blank();
      at += 1;
    } else if (pending.take(lines[at]!, blocks, context)) at += 1;
    else {
      const found = readers.reduce<ReturnType<Reader>>(
        (taken, read) => taken ?? read(lines, at, context),
        null,
      );
      const { blocks: more, next } = found ?? readParagraph(lines, at, context)!;
      pending.give(more);
      blocks.push(...more);
      at = Math.max(next, at + 1);
    }
  }
  return blocks;
}
