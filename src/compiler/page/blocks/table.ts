import type { Inline, TableBlock } from '../../model.ts';
import { noAttributes } from '../attributes.ts';
import type { Context, Reader } from '../context.ts';
import { indentOf, isBlank, type Line } from '../lines.ts';
import { interruptsParagraph } from './interrupt.ts';

type Align = TableBlock['align'][number];

const RULE = /^\s*\|?(?:\s*:?-+:?\s*[|+])*\s*:?-+:?\s*\|?\s*$/;
const SEPARATOR = /^\s*\|?[\s|:+=-]*[-=][\s|:+=-]*$/;

/** Whether a table begins: a row over a rule of as many columns, or a rule alone over rows (kramdown). */
export function startsTable(lines: Line[], at: number): boolean {
  const line = lines[at]!;
  const rule = lines[at + 1];
  if (rule === undefined || !line.text.includes('|') || indentOf(line.text) > 3 || !isRule(rule))
    return false;
  return splitRow(line.text).length === splitRow(rule.text).length;
}

/** A table of pipes, with its columns' alignment; kramdown's may lack the header. */
export const readTable: Reader = (lines, at, context) => {
  const headed = startsTable(lines, at);
  if (!headed && !startsBareTable(lines, at)) return null;
  const align = headed ? splitRow(lines[at + 1]!.text).map(alignment) : [];
  const header = headed ? makeRow(lines[at]!, context) : [];
  const rows: Inline[][] = [];
  let next = headed ? at + 2 : at;
  for (; next < lines.length && !isBlank(lines[next]); next++) {
    if (interruptsParagraph(lines, next, context.remark) && !lines[next]!.text.trimStart().startsWith('|'))
      break;
    if (!headed && !lines[next]!.text.includes('|')) break;
    if (!SEPARATOR.test(lines[next]!.text)) rows.push(makeRow(lines[next]!, context));
  }
  const columns = Math.max(header.length, ...rows.slice(0, 1000).map((row) => row.length));
  const block: TableBlock = {
    kind: 'table',
    line: lines[at]!.number,
    attributes: noAttributes(),
    header,
    align: Array.from({ length: columns }, (_, index) => align[index] ?? null),
    rows,
  };
  return { blocks: [block], next };
};

function isRule(line: Line): boolean {
  return line.text.length < 5000 && line.text.includes('-') && /[|:]/.test(line.text) && RULE.test(line.text);
}

/** kramdown: rows that begin with a pipe are a table without a header. */
function startsBareTable(lines: Line[], at: number): boolean {
  const text = lines[at]!.text;
  if (indentOf(text) > 3 || !/^\s*\|.*\|\s*$/.test(text)) return false;
  const after = lines[at + 1];
  return SEPARATOR.test(text) || (after !== undefined && /^\s*\|.*\|\s*$/.test(after.text));
}

function makeRow(line: Line, context: Context): Inline[] {
  return splitRow(line.text).map((text) => context.inline([{ ...line, text }]));
}

/** Cells are parted by pipes, but not by `\|` nor by those within a code span. */
function splitRow(text: string): string[] {
  const cells: string[] = [];
  let cell = '';
  const row = text.trim().replace(/^\|/, '');
  for (let at = 0; at < row.length; at++) {
    const character = row[at]!;
    if (character === '\\' && row[at + 1] === '|') {
      cell += '|';
      at += 1;
    } else if (character === '`') {
      const span = /^(`+)[^`]+\1(?!`)/.exec(row.slice(at, at + 2000))?.[0] ?? character;
      cell += span.replaceAll('\\|', '|');
      at += span.length - 1;
    } else if (character === '|') {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  if (cell.trim() !== '' || cells.length === 0) cells.push(cell);
  return cells.map((part) => part.trim());
}

function alignment(rule: string): Align {
  const left = rule.startsWith(':');
  const right = rule.endsWith(':');
  if (left && right) return 'center';
  return right ? 'right' : left ? 'left' : null;
}
