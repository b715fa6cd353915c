import type { ListBlock, ListItem } from '../../model.ts';
import { attributeLine, noAttributes, parseAttributes } from '../attributes.ts';
import type { Context, Reader } from '../context.ts';
import { indentOf, isBlank, type Line, outdent } from '../lines.ts';
import { isBreak } from './break.ts';
import { FenceTracker } from './fence.ts';
import { interruptsParagraph } from './interrupt.ts';

interface Marker {
  indent: number;
  /** Column where the item's text begins. */
  offset: number;
  /** What tells lists apart: `-`, `*`, `+`, `.` or `)`. */
  kind: string;
  number: number;
  empty: boolean;
}

const MARKER = /^([ \t]*)([-*+]|(\d{1,9})([.)]))(?:([ \t]+)(\S)?|$)/;

/** Where a list item begins, or `null`. */
export function listMarker(line: Line): Marker | null {
  const match = MARKER.exec(line.text);
  if (match === null || isBreak(line)) return null;
  const indent = indentOf(line.text);
  const wide = indent + match[2]!.length;
  const empty = match[6] === undefined;
  const blanks = empty ? 1 : indentOf(' '.repeat(wide) + match[5]!) - wide;
  return {
    indent,
    offset: wide + (blanks > 4 ? 1 : blanks),
    kind: match[4] ?? match[2]!,
    number: Number(match[3] ?? 1),
    empty,
  };
}

/** A bulleted or numbered list with all that its items hold. */
export const readList: Reader = (lines, at, context) => {
  const first = listMarker(lines[at]!);
  if (first === null || first.indent > 3) return null;
  const items: ListItem[] = [];
  let loose = false;
  let next = at;
  for (;;) {
    const marker = next < lines.length ? listMarker(lines[next]!) : null;
    if (marker === null || marker.kind !== first.kind || marker.indent > 3) break;
    const end = itemEnd(lines, next, marker, context.remark);
    const inside = itemLines(lines.slice(next, end), marker);
    items.push(makeItem(inside, context));
    const blank = skipBlank(lines, end);
    const more = blank < lines.length ? listMarker(lines[blank]!) : null;
    const goesOn = more !== null && more.kind === first.kind && more.indent <= 3;
    loose ||= hasGap(inside) || (goesOn && blank > end);
    next = goesOn ? blank : end;
    if (!goesOn) break;
  }
  const block: ListBlock = {
    kind: 'list',
    line: lines[at]!.number,
    attributes: noAttributes(),
    ordered: /[.)]/.test(first.kind),
    start: first.number,
    loose,
    items,
  };
  return { blocks: [block], next };
};

/** The index after the item's last line; blank lines at its end are not its own. */
function itemEnd(lines: Line[], at: number, marker: Marker, remark: boolean): number {
  const fences = new FenceTracker();
  fences.see({ ...lines[at]!, text: lines[at]!.text.slice(marker.offset) });
  let end = at + 1;
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index]!;
    if (isBlank(line)) continue;
    const indent = indentOf(line.text);
    const inside = indent >= marker.offset || isNearlyInside(line, indent, marker);
    const lazy = index === end && !fences.open && continuesLazily(lines, index, marker, remark);
    const shallow = indent > marker.indent && isFence(line) && (fences.open || index === end);
    if (!inside && !lazy && !shallow) break;
    fences.see(outdent(line, marker.offset));
    end = index + 1;
  }
  return end;
}

/** A fence that is indented a little less than the item's text: meant to stand with it. */
function isFence({ text }: Line): boolean {
  return /^\s*(?:`{3}|~{3})/.test(text);
}

/** A list that is indented under a number, by less than the number is wide: meant to be inside. */
function isNearlyInside(line: Line, indent: number, marker: Marker): boolean {
  if (indent < marker.indent + 2) return false;
  const nested = listMarker(line);
  return nested !== null && nested.kind !== marker.kind;
}

function continuesLazily(lines: Line[], index: number, marker: Marker, remark: boolean): boolean {
  const line = lines[index]!;
  const before = lines[index - 1]!;
  if (marker.empty && listMarker(before) !== null) return false;
  if (
    attributeLine(line.text) !== null ||
    listMarker(line) !== null ||
    interruptsParagraph(lines, index, remark)
  )
    return false;
  const text = before.text.trimStart();
  return attributeLine(text) === null && !/^(?:#{1,6} |`{3,}|~{3,}|\|)/.test(text);
}

function itemLines(lines: Line[], marker: Marker): Line[] {
  const [first, ...rest] = lines;
  const bare = first!.text.replace(/^([ \t]*)([-*+]|\d{1,9}[.)])/, (_, blanks: string, mark: string) =>
    ' '.repeat(indentOf(blanks) + mark.length),
  );
  return [
    outdent({ ...first!, text: bare }, marker.offset),
    ...rest.map((line) => outdent(line, marker.offset)),
  ];
}

const TASK = /^\[([ xX])\](?=\s)/;

function makeItem(lines: Line[], context: Context): ListItem {
  const item: ListItem = { line: lines[0]!.number, attributes: noAttributes(), checked: null, blocks: [] };
  let first = lines[0]!.text;
  const list = /^\{:([^{}]*)\}\s*/.exec(first);
  if (list !== null && first.length > list[0].length) {
    item.attributes = parseAttributes(list[1]!);
    first = first.slice(list[0].length);
  }
  const task = TASK.exec(first);
  if (task !== null) {
    item.checked = task[1] !== ' ';
    first = first.slice(task[0].length).trimStart();
  }
  item.blocks = context.blocks([{ ...lines[0]!, text: first }, ...lines.slice(1)]);
  return item;
}

/** Whether blank lines part the blocks of an item (outside of its nested lists and code). */
function hasGap(lines: Line[]): boolean {
  const fences = new FenceTracker();
  return lines.some((line, index) => {
    fences.see(line);
    const after = lines[index + 1];
    return (
      isBlank(line) && !fences.open && after !== undefined && !isBlank(after) && indentOf(after.text) < 2
    );
  });
}

function skipBlank(lines: Line[], from: number): number {
  let index = from;
  while (index < lines.length && isBlank(lines[index])) index += 1;
  return index;
}
