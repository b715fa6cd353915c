import type { Block } from '../../model.ts';
import type { Context, Found, Reader } from '../context.ts';
import { isBlank, type Line } from '../lines.ts';
import { readAdmonition } from './admonition.ts';
import { applyAttributeLines } from './attribute-lines.ts';
import { readBreak } from './break.ts';
import { readFence, readIndented } from './code.ts';
import { readComment } from './comment.ts';
import { readDivision } from './division.ts';
import { readExtension } from './extension.ts';
import { readFootnote } from './footnote.ts';
import { readHeading } from './heading.ts';
import { readHtml } from './html.ts';
import { readList } from './list.ts';
import { readMath } from './math.ts';
import { asAlert, asNotice } from './notices.ts';
import { readDefinition, readParagraph } from './paragraph.ts';
import { readQuote } from './quote.ts';
import { readClasses, readIncrement, readNotes, readProperties } from './remark.ts';
import { readTable } from './table.ts';
import { readToc } from './toc.ts';

/** What may begin at a line, in the order in which it is tried; a paragraph takes the rest. */
const readers: Reader[] = [
  readIndented,
  readFence,
  readProperties,
  readNotes,
  readIncrement,
  readClasses,
  readHeading,
  readBreak,
  readQuote,
  readAdmonition,
  readDivision,
  readExtension,
  readToc,
  readFootnote,
  readDefinition,
  readList,
  readMath,
  readComment,
  readHtml,
  readTable,
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
      const found = readBlock(lines, at, context);
      pending.give(found.blocks);
      if (found.waiting !== undefined) pending.wait(found.waiting);
      for (const block of found.blocks) blocks.push(block);
      at = Math.max(found.next, at + 1);
    }
  }
  return blocks.map((block) => asNotice(block.kind === 'quote' ? asAlert(block) : block));
}

function readBlock(lines: Line[], at: number, context: Context): Found {
  for (const read of readers) {
    const found = read(lines, at, context);
    if (found !== null) return found;
  }
  return readParagraph(lines, at, context);
}
