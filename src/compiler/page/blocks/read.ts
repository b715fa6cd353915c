import type { Block } from '../../model.ts';
import { because, type Reason, type ReasonCode } from '../../reasons/reason.ts';
import type { Context, Found, Reader } from '../context.ts';
import { isBlank, type Line } from '../lines.ts';
import { takeAway } from '../taking.ts';
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
const readers: [ReasonCode, Reader][] = [
  ['indented', readIndented],
  ['fence', readFence],
  ['properties', readProperties],
  ['notes', readNotes],
  ['increment', readIncrement],
  ['classes', readClasses],
  ['heading', readHeading],
  ['break', readBreak],
  ['quote', readQuote],
  ['admonition', readAdmonition],
  ['division', readDivision],
  ['extension', readExtension],
  ['toc', readToc],
  ['footnote', readFootnote],
  ['definition', readDefinition],
  ['list', readList],
  ['math', readMath],
  ['comment', readComment],
  ['html', readHtml],
  ['table', readTable],
];

/** Reads the blocks of a page, or of a container in it; what was taken for what is noted in `context.takings`. */
export function readBlocks(lines: Line[], context: Context): Block[] {
  const blocks: Block[] = [];
  const noted = context.takings.length;
  const pending = applyAttributeLines();
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const blank = isBlank(line);
    const listed = blank ? null : pending.take(line, blocks, context);
    if (blank) pending.blank();
    if (listed !== null) context.takings.push(takeAway(line, listed));
    if (blank || listed !== null) at += 1;
    else {
      const found = takeBlock(lines, at, context);
      pending.give(found.blocks);
      if (found.waiting !== undefined) pending.wait(found.waiting);
      for (const block of found.blocks) blocks.push(block);
      at = found.next;
    }
  }
  return showAsides(blocks, noted, context);
}

/** Reads what begins there, and notes which lines it took. */
function takeBlock(lines: Line[], at: number, context: Context): Found {
  const around = context.takings;
  context.takings = [];
  const found = readBlock(lines, at, context);
  const next = Math.max(found.next, at + 1);
  let last = next - 1;
  while (last > at && isBlank(lines[last])) last -= 1;
  const { reasons = [], blocks } = found;
  around.push({
    from: lines[at]!.number,
    to: lines[last]!.number,
    reasons,
    blocks,
    inside: context.takings,
  });
  context.takings = around;
  return { ...found, next };
}

function readBlock(lines: Line[], at: number, context: Context): Found {
  for (const [name, read] of readers) {
    const found = read(lines, at, context);
    if (found !== null) return { reasons: [because(name)], ...found };
  }
  return readParagraph(lines, at, context);
}

/** The blocks with the faces that alerts and attributes give them, also where they were noted. */
function showAsides(blocks: Block[], noted: number, context: Context): Block[] {
  const shown = blocks.map(showAside);
  let first = 0;
  for (const taking of context.takings.slice(noted)) {
    const own = shown.slice(first, first + taking.blocks.length);
    first += own.length;
    taking.reasons = taking.reasons.map((reason, at) => own[at]?.why ?? reason);
    taking.blocks = own.map(({ block }) => block);
  }
  return shown.map(({ block }) => block);
}

function showAside(block: Block): { block: Block; why?: Reason } {
  if (block.kind === 'toc') return { block, why: because('toc') };
  const alert = block.kind === 'quote' ? asAlert(block) : block;
  if (alert !== block) return { block: asNotice(alert), why: because('alert') };
  const shown = asNotice(block);
  return shown === block ? { block } : { block: shown, why: because('notice') };
}
