import type { HeadingBlock } from '../../model.ts';
import { because } from '../../reasons/reason.ts';
import { noAttributes, parseAttributes } from '../attributes.ts';
import type { Context, Reader } from '../context.ts';
import { indentOf, isBlank, type Line } from '../lines.ts';

const ATX = /^(#{1,6})(?:[ \t]+(.*))?$/;
const CLOSING = /(?:^|[ \t])#+[ \t]*$/;
const ATTRIBUTES = /\{:?\s*([#.][^{}]*)\}\s*$/;

/** `## Heading`, with closing marks and an attribute list (`{#id}`, `{: .class}`) taken off. */
export const readHeading: Reader = (lines, at, context) => {
  const line = lines[at]!;
  if (indentOf(line.text) > 3) return null;
  const match = ATX.exec(line.text.trim());
  if (match === null) return null;
  return {
    blocks: [makeHeading(match[1]!.length, [{ ...line, text: match[2] ?? '' }], context)],
    next: at + 1,
    reasons: [because('heading', match[1]!)],
  };
};

/** The depth of the heading that the line under a paragraph makes of it: 1 for `===`, 2 for `---`, else 0. */
export function underline(line: Line | undefined): number {
  if (line === undefined || isBlank(line) || indentOf(line.text) > 3) return 0;
  if (/^\s*=+\s*$/.test(line.text)) return 1;
  return /^\s*-+\s*$/.test(line.text) ? 2 : 0;
}

export function makeHeading(depth: number, lines: Line[], context: Context): HeadingBlock {
  const last = lines.at(-1)!;
  let text = last.text.length > 5000 ? last.text : last.text.replace(CLOSING, '');
  const list = text.length > 5000 ? null : ATTRIBUTES.exec(text);
  const attributes = list === null ? noAttributes() : parseAttributes(list[1]!);
  if (list !== null) text = text.slice(0, list.index);
  const inline = context.inline([...lines.slice(0, -1), { ...last, text }]);
  return { kind: 'heading', line: lines[0]!.number, attributes, depth, inline, anchor: '' };
}
