import { type Reader, warn } from '../context.ts';
import { findLine } from './tags.ts';

const TAG = /^ {0,3}\{::([a-z]+)\b[^{}]*?(\/?)\}\s*$/;

/**
 * kramdown's extensions (https://kramdown.gettalong.org/syntax.html#extensions): options leave nothing,
 * comments are not seen, and what else is wrapped is read as if it were not.
 */
export const readExtension: Reader = (lines, at, context) => {
  const line = lines[at]!;
  const [, name, closed] = line.text.length > 1000 ? [] : (TAG.exec(line.text) ?? []);
  if (name === undefined) return isClosing(line.text) ? { blocks: [], next: at + 1 } : null;
  if (closed === '/' || name !== 'comment') return { blocks: [], next: at + 1 };
  const end = findLine(lines, at + 1, '{:/');
  if (end >= 0) return { blocks: [], next: end + 1 };
  warn(context, line.number, 'open-comment', 'This comment is never closed.', 'Close it with {:/comment}.');
  return { blocks: [], next: at + 1 };
};

function isClosing(text: string): boolean {
  return text.length < 100 && /^ {0,3}\{:\/[a-z]*\}\s*$/.test(text);
}
