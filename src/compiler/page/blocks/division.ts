import type { Block } from '../../model.ts';
import { addAttributes, newAttributes, noAttributes, parseAttributes } from '../attributes.ts';
import { type Context, type Reader, warn } from '../context.ts';
import { isBlank, type Line } from '../lines.ts';
import { isBreak } from './break.ts';
import { FenceTracker } from './fence.ts';
import { flavourOf, makeCallout } from './flavours.ts';

const MARK = /^ {0,3}(:{3,})[ \t]*(.*?)[ \t]*:*[ \t]*$/;
const NAME = /^\.?([A-Za-z][\w-]*)(?:\[([^\]]*)\])?[ \t]*(\{[^{}]*\})?[ \t]*(.*)$/;

/**
 * A division between rows of colons: Carpentries' `::::: callout`, Docusaurus' `:::note Title`,
 * Pandoc's `::: {.warning}`. A name that is known makes an aside, any other a group.
 */
export const readDivision: Reader = (lines, at, context) => {
  const name = opening(lines[at]!);
  if (name === null) return isClosing(lines[at]!) ? { blocks: [], next: at + 1 } : null;
  const close = closings(lines).get(at) ?? -1;
  const end = close < 0 ? nextPart(lines, at) : close;
  if (close < 0)
    warn(context, lines[at]!.number, 'open-division', 'This division is never closed.', 'Close it with :::.');
  return {
    blocks: [makeDivision(lines[at]!, name, lines.slice(at + 1, end), context)],
    next: close < 0 ? end : end + 1,
  };
};

function makeDivision(line: Line, text: string, inside: Line[], context: Context): Block {
  const attributes = newAttributes();
  const braced = /^\{([^{}]*)\}\s*(.*)$/.exec(text);
  const [, name, bracketed, more, rest] = braced ? [] : (NAME.exec(text) ?? []);
  if (braced) addAttributes(attributes, parseAttributes(braced[1]!));
  if (name !== undefined) attributes.classes.push(name);
  if (more !== undefined) addAttributes(attributes, parseAttributes(more.slice(1, -1)));
  const title = (bracketed ?? attributes.values['title'] ?? (braced ? braced[2] : rest) ?? '').trim();
  delete attributes.values['title'];
  return { ...faced(line, attributes.classes, title, context.blocks(inside), context), attributes };
}

function faced(line: Line, classes: string[], title: string, blocks: Block[], context: Context): Block {
  const titled = title === '' ? undefined : context.inline([{ ...line, text: title }]);
  const name = classes[0]?.toLowerCase() ?? '';
  if (name === 'instructor' || name === 'notes') {
    return {
      kind: 'notes',
      line: line.number,
      attributes: noAttributes(),
      hidden: false,
      blocks: withTitle(titled, line, blocks),
    };
  }
  if (name === 'spoiler' || name === 'details') {
    const { title: summary, blocks: inside } = makeCallout('note', line.number, blocks, titled);
    return {
      kind: 'details',
      line: line.number,
      attributes: noAttributes(),
      summary,
      open: false,
      blocks: inside,
    };
  }
  const flavour = classes.map(flavourOf).find((each) => each !== null);
  if (flavour) return makeCallout(flavour, line.number, blocks, titled);
  return {
    kind: 'group',
    line: line.number,
    attributes: noAttributes(),
    blocks: withTitle(titled, line, blocks),
  };
}

function withTitle(title: ReturnType<Context['inline']> | undefined, line: Line, blocks: Block[]): Block[] {
  if (title === undefined) return blocks;
  return [{ kind: 'paragraph', line: line.number, attributes: noAttributes(), inline: title }, ...blocks];
}

function opening(line: Line): string | null {
  if (!line.text.includes(':::') || line.text.length > 1000) return null;
  const text = MARK.exec(line.text)?.[2] ?? '';
  return text !== '' && /^(?:\{|\.?[A-Za-z])/.test(text) ? text : null;
}

function isClosing(line: Line): boolean {
  return /^ {0,3}:{3,}[ \t]*$/.test(line.text);
}

const known = new WeakMap<Line[], Map<number, number>>();

/** By the index of each opening row: that of the row which closes it. */
function closings(lines: Line[]): Map<number, number> {
  let pairs = known.get(lines);
  if (pairs !== undefined) return pairs;
  pairs = new Map();
  known.set(lines, pairs);
  const open: number[] = [];
  const fences = new FenceTracker();
  for (const [index, line] of lines.entries()) {
    fences.see(line);
    if (fences.open) continue;
    if (opening(line) !== null) open.push(index);
    else if (isClosing(line) && open.length > 0) pairs.set(open.pop()!, index);
  }
  return pairs;
}

/** Where a division that is never closed must end: before the next heading or slide break. */
function nextPart(lines: Line[], at: number): number {
  for (let index = at + 2; index < lines.length; index++) {
    if (isBlank(lines[index - 1]) && (isBreak(lines[index]!) || /^#{1,6} /.test(lines[index]!.text)))
      return index;
    if (opening(lines[index]!) !== null) return index;
  }
  return lines.length;
}
