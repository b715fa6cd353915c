import { plainInline } from '../inline/nodes.ts';
import type { CommandEntry, TableBlock, TranscriptEntry } from '../model.ts';
import { bleeds, columnsIn, sizeFor, widestLine, wrappedLines } from './columns.ts';
import { CARD, DENSE_CODE, NARROW, TABLE, TRANSCRIPT, TYPE, type Type } from './layout.ts';
import { countLines, widths } from './measure.ts';

/**
 * The height in pixels of each line of code whose widest has so many columns, in a card this wide; lines that don't
 * fit wrap.
 */
export function codeLineHeights(widest: number, width: number, type: Type): (line: string) => number {
  const { code } = sizeFor(widest, width, type);
  const room = columnsIn(innerWidth(widest, width), code);
  return (line) => wrappedLines(line, room) * code * CARD.line;
}

/** What a card leaves between its paddings for lines of which the widest has so many columns. */
function innerWidth(widest: number, width: number): number {
  return width - 2 * CARD.padding + (bleeds(widest, width) ? CARD.bleed : 0);
}

/** Heights in pixels of one entry of a transcript in a card this wide: in this type, and on a dense slide. */
export function entryHeight(
  entry: TranscriptEntry,
  width: number,
  type: Type = TYPE.normal,
): { least: number; dense: number } {
  return { least: heightIn(entry, width, type), dense: heightIn(entry, width, DENSE) };
}

type Sizes = Pick<Type, 'code' | 'output'>;

const DENSE: Sizes = DENSE_CODE;

function heightIn(entry: TranscriptEntry, width: number, sizes: Sizes): number {
  switch (entry.kind) {
    case 'command':
      return commandHeight(entry, width, sizes) + outputHeight(entry.squeezed ?? entry.output, width, sizes);
    case 'output':
      return outputHeight(entry.squeezed ?? entry.text, width, sizes);
    case 'comment':
      return (
        wrappedLines(entry.text, columnsIn(width - 2 * CARD.padding, sizes.code)) * sizes.code * CARD.line
      );
    case 'prompt':
      return sizes.code * CARD.line;
  }
}

/** Prompt and command wrap together, beside the run button where there is one. */
function commandHeight(entry: CommandEntry, width: number, { code }: Sizes): number {
  const size = width <= NARROW.width ? Math.min(NARROW.code, code) : code;
  const button = entry.step === null ? 0 : TRANSCRIPT.run + TRANSCRIPT.runGap;
  const columns = columnsIn(width - 2 * CARD.padding - button, size);
  const lines = wrappedLines(`${entry.prompt} ${entry.command}`.trimStart(), columns);
  return Math.max(TRANSCRIPT.row, lines * size * CARD.line + 2 * TRANSCRIPT.rowPadding);
}

/** The height of an output in a transcript's card of this width, with the space above it. */
function outputHeight(text: string, width: number, sizes: Sizes): number {
  if (text === '') return 0;
  const widest = widestLine(text);
  const { output } = sizeFor(widest, width, sizes);
  const size = width <= NARROW.width ? Math.min(NARROW.output, output) : output;
  const room = columnsIn(innerWidth(widest, width), size);
  return TRANSCRIPT.outputGap + wrappedLines(text, room) * size * CARD.line;
}

/** Heights of a table's header and of each row, its columns shared out as browsers do. */
export function rowHeights(
  block: TableBlock,
  { width, type }: { width: number; type: Type },
): { header: number; rows: number[] } {
  const size = block.header.length >= 5 ? type.wide : type.table;
  const columns = columnWidths(block, width, size);
  const height = (row: TableBlock['header'], bold: boolean) =>
    2 * TABLE.down +
    TABLE.rule +
    Math.max(1, ...row.map((cell, at) => countLines(cell, columns[at] ?? width, size, bold))) *
      size *
      TABLE.line;
  return { header: height(block.header, true), rows: block.rows.map((row) => height(row, false)) };
}

/** Each column gets its widest word, and of the rest a share after how long its text is. */
function columnWidths(block: TableBlock, width: number, size: number): number[] {
  const needs = block.header.map((cell, at) => {
    const cells = [
      widths(cell, size, true),
      ...block.rows.map((row) => widths(row[at] ?? plainInline(''), size)),
    ];
    return {
      widest: Math.max(...cells.map((one) => one.widest)),
      whole: Math.max(...cells.map((one) => one.whole)),
    };
  });
  const room = width - needs.length * 2 * TABLE.across;
  const whole = needs.reduce((sum, need) => sum + need.whole, 0);
  if (whole <= room) return needs.map((need) => need.whole + 1);
  const least = needs.reduce((sum, need) => sum + need.widest, 0);
  const spare = Math.max(0, room - least);
  const wanted = Math.max(1, whole - least);
  return needs.map((need) => need.widest + (spare * (need.whole - need.widest)) / wanted + 1);
}
