import type { Block } from '../../model.ts';
import { noAttributes } from '../attributes.ts';
import type { Context, Reader } from '../context.ts';
import { indentOf, isBlank, type Line, outdent } from '../lines.ts';
import { interruptsParagraph } from './interrupt.ts';

const FOOTNOTE = /^ {0,3}\[\^([^\]\s]{1,200})\]:[ \t]*/;

/** `[^label]: text`, with what is indented under it; it is shown at the page's end. */
export const readFootnote: Reader = (lines, at, context) => {
  const match = lines[at]!.text.includes('[^') ? FOOTNOTE.exec(lines[at]!.text) : null;
  if (match === null) return null;
  let next = at + 1;
  for (let index = at + 1; index < lines.length; index++) {
    if (isBlank(lines[index])) continue;
    const lazy =
      index === next && !interruptsParagraph(lines, index, false) && !FOOTNOTE.test(lines[index]!.text);
    if (indentOf(lines[index]!.text) < 2 && !lazy) break;
    next = index + 1;
  }
  const first: Line = { ...lines[at]!, text: lines[at]!.text.slice(match[0].length) };
  const blocks = context.blocks([first, ...lines.slice(at + 1, next).map((line) => outdent(line, 4))]);
  const known = context.footnotes.get(match[1]!);
  if (known === undefined) context.footnotes.set(match[1]!, { line: first.number, blocks });
  else known.blocks.push(...blocks);
  return { blocks: [], next };
};

/** All footnotes of the page, in the order of their definitions; nothing when there are none. */
export function gatherFootnotes(context: Context): Block[] {
  const items = [...context.footnotes].map(([label, { line, blocks }]) => ({ label, line, blocks }));
  return items.length === 0
    ? []
    : [{ kind: 'footnotes', line: items[0]!.line, attributes: noAttributes(), items }];
}
