import { COLUMNS } from './layout.ts';

/** Width of a tab stop in code, in columns. */
export const TAB = 8;

/** The widest line of code, in columns of the code face: tabs stop every 8, East Asian letters are double. */
export function widestLine(text: string): number {
  let widest = 0;
  for (const line of text.split('\n')) widest = Math.max(widest, lineWidth(line));
  return widest;
}

/** The class that gives code of this width its font size: the next of 60, 70, … 140, 160. */
export function columnsClass(columns: number): string {
  return `cols-${sizeFor(columns).columns}`;
}

/** Font sizes of code and of output for lines of this width. */
export function sizeFor(columns: number): (typeof COLUMNS)[number] {
  return COLUMNS.find((size) => columns <= size.columns) ?? COLUMNS.at(-1)!;
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
