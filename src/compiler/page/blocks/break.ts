import { noAttributes } from '../attributes.ts';
import type { Reader } from '../context.ts';
import { indentOf, type Line } from '../lines.ts';

const RULE = /^\s*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

export function isBreak(line: Line): boolean {
  return indentOf(line.text) <= 3 && line.text.length < 1000 && RULE.test(line.text);
}

/** `---`, `***` or `___`: a slide break. */
export const readBreak: Reader = (lines, at) =>
  isBreak(lines[at]!)
    ? { blocks: [{ kind: 'break', line: lines[at]!.number, attributes: noAttributes() }], next: at + 1 }
    : null;
