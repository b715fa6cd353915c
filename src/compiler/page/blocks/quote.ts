import { attributeLine, noAttributes } from '../attributes.ts';
import type { Reader } from '../context.ts';
import { indentOf, isBlank, type Line } from '../lines.ts';
import { FenceTracker } from './fence.ts';
import { interruptsParagraph } from './interrupt.ts';
import { listMarker } from './list.ts';

const MARK = /^\s*>[ \t]?/;

/** Lines that begin with `>`, and the lines that lazily go on under them. */
export const readQuote: Reader = (lines, at, context) => {
  if (!isQuoted(lines[at]!)) return null;
  const inside: Line[] = [];
  const fences = new FenceTracker();
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next]!;
    if (!isQuoted(line) && (fences.open || !isLazy(lines, next, context.remark))) break;
    const text = isQuoted(line) ? line.text.replace(MARK, '') : line.text;
    fences.see({ ...line, text });
    inside.push({ ...line, text });
  }
  return {
    blocks: [
      { kind: 'quote', line: lines[at]!.number, attributes: noAttributes(), blocks: context.blocks(inside) },
    ],
    next,
  };
};

function isQuoted(line: Line): boolean {
  return indentOf(line.text) <= 3 && line.text.trimStart().startsWith('>');
}

function isLazy(lines: Line[], at: number, remark: boolean): boolean {
  const before = lines[at - 1]!.text.replace(/^[\s>]*/, '');
  if (isBlank(lines[at]) || before === '' || attributeLine(before) !== null) return false;
  if (/^(?:#{1,6} |`{3,}|~{3,}|\|)/.test(before)) return false;
  return !interruptsParagraph(lines, at, remark) && listMarker(lines[at]!) === null;
}
