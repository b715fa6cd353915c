import { attributeLine } from '../attributes.ts';
import { indentOf, isBlank, type Line } from '../lines.ts';
import { isBreak } from './break.ts';
import { openingFence } from './fence.ts';

const BULLET = /^ {0,3}(?:[-*+]|1[.)])[ \t]+\S/;
const DIVISION = /^ {0,3}:{3,}/;
const ADMONITION = /^ {0,3}(?:!!!|\?\?\?\+?)(?:\s|$)/;
const BLOCK_TAG =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|center|details|dialog|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)(?:[\s/>]|$)/i;

/** Whether the line opens a block of its own even right under a paragraph. */
export function interruptsParagraph(lines: Line[], at: number, remark: boolean): boolean {
  const line = lines[at]!;
  if (isBlank(line)) return true;
  if (indentOf(line.text) > 3) return false;
  const text = line.text.trimStart();
  switch (text[0]) {
    case '#':
      return /^#{1,6}(?:\s|$)/.test(text);
    case '>':
      return true;
    case '`':
    case '~':
      return openingFence(line) !== null;
    case ':':
      return DIVISION.test(line.text);
    case '!':
    case '?':
      return ADMONITION.test(line.text);
    case '<':
      return text.startsWith('<!--') || BLOCK_TAG.test(line.text);
    case '{':
      return attributeLine(text) !== null;
    case '_':
      return isBreak(line);
    default:
      return isBreak(line) || (remark && /^--\s*$/.test(line.text)) || BULLET.test(line.text);
  }
}
