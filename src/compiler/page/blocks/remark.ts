import { addAttributes, newAttributes, noAttributes } from '../attributes.ts';
import { type Reader, warn } from '../context.ts';
import { isBlank, type Line } from '../lines.ts';
import { isBreak } from './break.ts';
import { FenceTracker } from './fence.ts';
import { flavourOf, makeCallout } from './flavours.ts';

const PROPERTY =
  /^(class|name|layout|template|background-image|background-size|background-position|count|exclude|continued):\s*(.*)$/;
const CLASSES = /^ {0,3}((?:\.[A-Za-z][\w-]*)+)\[(.*)$/;

/** Whether a page is written for remark (https://remarkjs.com): it has what no other dialect has. */
export function isRemark(lines: Line[]): boolean {
  let top = true;
  return lines.some((line) => {
    if (isBlank(line)) return false;
    const atTop = top;
    top = /^--(?:-+)?\s*$/.test(line.text);
    return (
      (atTop && /^(?:class|layout|template|exclude):\s*\S/.test(line.text)) ||
      /^\?\?\?\s*$/.test(line.text) ||
      /^(?:\.[a-z][\w-]*)+\[/.test(line.text)
    );
  });
}

/** `class:`, `name:` and the like at a slide's top: attributes of what the slide begins with. */
export const readProperties: Reader = (lines, at, context) => {
  if (!context.remark || !PROPERTY.test(lines[at]!.text) || !opensSlide(lines, at)) return null;
  const attributes = newAttributes();
  let next = at;
  for (; next < lines.length; next++) {
    const [, key, value] = PROPERTY.exec(lines[next]!.text) ?? [];
    if (key === undefined) break;
    if (key === 'class')
      addAttributes(attributes, { ...noAttributes(), classes: value!.split(/[\s,]+/).filter(Boolean) });
    else attributes.values[key] = value!.trim();
  }
  return { blocks: [], next, waiting: attributes };
};

/** `???`: what follows, up to the next slide, is for the speaker. */
export const readNotes: Reader = (lines, at, context) => {
  if (!context.remark || !/^\?\?\?\s*$/.test(lines[at]!.text)) return null;
  const fences = new FenceTracker();
  let next = at + 1;
  for (; next < lines.length; next++) {
    fences.see(lines[next]!);
    if (!fences.open && isBreak(lines[next]!)) break;
  }
  const blocks = context.blocks(lines.slice(at + 1, next));
  if (blocks.length === 0) return { blocks, next };
  return {
    blocks: [{ kind: 'notes', line: lines[at]!.number, attributes: noAttributes(), hidden: false, blocks }],
    next,
  };
};

/** `--`: the slide grows by what follows; nothing to see. */
export const readIncrement: Reader = (lines, at, context) =>
  context.remark && isIncrement(lines[at]!) ? { blocks: [], next: at + 1 } : null;

function isIncrement(line: Line): boolean {
  return /^--\s*$/.test(line.text);
}

/** `.class[` … `]` over several lines, or all of one. */
export const readClasses: Reader = (lines, at, context) => {
  const [, names, rest] =
    context.remark && lines[at]!.text.length < 5000 ? (CLASSES.exec(lines[at]!.text) ?? []) : [];
  if (names === undefined) return null;
  const end = closingBracket(lines, at, lines[at]!.text.length - rest!.length);
  if (end === null) {
    warn(context, lines[at]!.number, 'open-division', `${names}[ is never closed.`, 'Close it with ].');
    return rest!.trim() === '' ? { blocks: [], next: at + 1 } : null;
  }
  const after = lines[end.index]!.text.slice(end.from + 1);
  if (after.trim() !== '') return null;
  const inside = lines.slice(at, end.index + 1);
  inside[inside.length - 1] = { ...inside.at(-1)!, text: inside.at(-1)!.text.slice(0, end.from) };
  inside[0] = { ...inside[0]!, text: inside[0]!.text.slice(lines[at]!.text.length - rest!.length) };
  const classes = names.split('.').filter(Boolean);
  const attributes = { ...noAttributes(), classes };
  const blocks = context.blocks(inside);
  const flavour = classes.map(flavourOf).find((each) => each !== null && each !== 'challenge');
  const line = lines[at]!.number;
  return {
    blocks: [
      flavour
        ? { ...makeCallout(flavour, line, blocks), attributes }
        : { kind: 'group', line, attributes, blocks },
    ],
    next: end.index + 1,
  };
};

/** Lines that a division of remark's may have; no slide has more. */
const LONGEST = 400;

/** Counted outside of code; where brackets don't match, the slide's last line that is only `]`. */
function closingBracket(lines: Line[], at: number, from: number): { index: number; from: number } | null {
  const fences = new FenceTracker();
  let open = 1;
  let lone: { index: number; from: number } | null = null;
  for (let index = at; index < Math.min(lines.length, at + LONGEST); index++) {
    const { text } = lines[index]!;
    const start = index === at ? from : 0;
    if (index > at) fences.see(lines[index]!);
    if (fences.open) continue;
    if (index > at && isBreak(lines[index]!)) return lone;
    if (text.trim() === ']') lone = { index, from: text.indexOf(']') };
    for (const match of text.slice(start).matchAll(/`+[^`]*`+|\\.|[[\]]/g)) {
      if (match[0] === '[') open += 1;
      else if (match[0] === ']' && --open === 0) return { index, from: start + match.index };
    }
  }
  return lone;
}

function opensSlide(lines: Line[], at: number): boolean {
  const before = lines.slice(Math.max(0, at - 10), at).findLast((line) => !isBlank(line));
  return before === undefined || isBreak(before) || isIncrement(before);
}
