import { CARD, COLUMNS, GROWING_COLUMNS, ROOM, TYPE, type Type } from './layout.ts';

/** Width of a tab stop in code, in columns. */
export const TAB = 8;

/** The widest line of code, in columns of the code face: tabs stop every 8, East Asian letters are double. */
export function widestLine(text: string): number {
  let widest = 0;
  for (const line of text.split('\n')) widest = Math.max(widest, lineWidth(line));
  return widest;
}

/** The class that gives code of this width its font size in a card this wide: the next of 60, 70, … 140, 160. */
export function columnsClass(columns: number, width: number): string {
  return `cols-${sizeFor(columns, width).columns}`;
}

/** Font sizes of code and of output for lines of this width; where a card is narrow they are smaller. */
export function sizeFor(
  columns: number,
  width: number,
  type: Pick<Type, 'code' | 'output'> = TYPE.normal,
): { columns: number; code: number; output: number } {
  const wanted =
    width === ROOM.width ? columns : (columns * (inner(ROOM.width) + CARD.bleed)) / Math.max(1, inner(width));
  const size = COLUMNS.find((one) => wanted <= one.columns) ?? COLUMNS.at(-1)!;
  if (size.columns <= GROWING_COLUMNS) return { columns: size.columns, code: type.code, output: type.output };
  return {
    columns: size.columns,
    code: Math.min(size.code, type.code),
    output: Math.min(size.output, type.output),
  };
}

/** Whether a card with lines of this width bleeds into the slide's margins. */
export function bleeds(columns: number, width: number): boolean {
  return width === ROOM.width && sizeFor(columns, width).columns >= CARD.bleedsFrom;
}

/** How many columns of code at a font size stand on a line of a card this wide. */
export function columnsIn(width: number, size: number): number {
  return Math.max(1, Math.floor((width + 0.01) / (size / 2)));
}

/** How many lines code takes in this many columns, broken after blanks, and within words that are longer. */
export function wrappedLines(text: string, columns: number): number {
  return text.split('\n').reduce((sum, line) => sum + linesOf(line, columns), 0);
}

/** What a card leaves between its paddings for lines of which the widest has so many columns. */
export function roomBetween(columns: number, width: number): number {
  return inner(width) + (bleeds(columns, width) ? CARD.bleed : 0);
}

/** Between the paddings of a card. */
function inner(width: number): number {
  return width - 2 * CARD.padding;
}

function linesOf(line: string, columns: number): number {
  if (lineWidth(line) <= columns) return 1;
  let lines = 1;
  let used = 0;
  for (const [word] of line.matchAll(/\s*\S+/g)) {
    const width = lineWidth(word);
    if (used + width <= columns) used += width;
    else {
      const bare = used === 0 ? width : lineWidth(word.trimStart());
      lines += (used === 0 ? 0 : 1) + Math.max(0, Math.ceil(bare / columns) - 1);
      used = bare % columns === 0 ? columns : bare % columns;
    }
  }
  return lines;
}

function lineWidth(line: string): number {
  if (/^[\x20-\x7e]*$/.test(line)) return line.length;
  let width = 0;
  for (const character of line) {
    if (character === '\t') width += TAB - (width % TAB);
    else width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}]/u;
