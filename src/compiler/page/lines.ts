/** A line of the page's body: its text, and where it stands in the file as it is on disk, from 1. */
export interface Line {
  text: string;
  number: number;
}

/** The lines of a file: without a byte order mark, whatever the line ends, and without null characters. */
export function readLines(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ text: line, number: index + 1 }));
}

/** How far a line is indented, in columns; a tab goes on to the next multiple of four. */
export function indentOf(text: string): number {
  let column = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === ' ') column += 1;
    else if (character === '\t') column += 4 - (column % 4);
    else return column;
  }
  return column;
}

export function isBlank(line: Line | undefined): boolean {
  return line === undefined || !/\S/.test(line.text);
}

/** The line without its first `columns` columns of blanks (all its blanks when it has fewer). */
export function outdent(line: Line, columns: number): Line {
  return { text: outdentText(line.text, columns), number: line.number };
}

function outdentText(text: string, columns: number): string {
  let column = 0;
  let at = 0;
  while (column < columns && at < text.length) {
    if (text[at] === ' ') column += 1;
    else if (text[at] === '\t') column += 4 - (column % 4);
    else break;
    at += 1;
  }
  return ' '.repeat(Math.max(0, column - columns)) + text.slice(at);
}

/** The lines as one text, without the blanks that all of them begin with and without blank lines at the ends. */
export function dedent(lines: Line[]): { text: string; first: number } {
  const from = lines.findIndex((line) => !isBlank(line));
  if (from < 0) return { text: '', first: lines[0]?.number ?? 0 };
  const to = lines.findLastIndex((line) => !isBlank(line));
  const kept = lines.slice(from, to + 1);
  let common = Number.POSITIVE_INFINITY;
  for (const line of kept) if (!isBlank(line)) common = Math.min(common, indentOf(line.text));
  return {
    text: kept.map((line) => outdentText(line.text, common)).join('\n'),
    first: kept[0]!.number,
  };
}
