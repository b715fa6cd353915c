import type { CodeBlock, TableBlock, TranscriptEntry } from '../model.ts';
import { sizeFor, widestLine } from './columns.ts';
import { CARD, COLUMNS, TABLE, TRANSCRIPT } from './layout.ts';
import { countLines, widths } from './measure.ts';
import { squeezeTables } from './squeeze.ts';

const WRAPS_AT = COLUMNS.at(-2)!.columns;

/** The height of one line of a block of code, in pixels. */
export function codeLineHeight(block: CodeBlock, width: number): number {
  return sizeIn(widestLine(block.text), width).code * CARD.line;
}

/** The height of one entry of a transcript whose card is this wide inside. */
export function entryHeight(entry: TranscriptEntry, width: number): number {
  switch (entry.kind) {
    case 'command': {
      const output = entry.output === '' ? 0 : TRANSCRIPT.outputGap + outputHeight(entry.output, width);
      return commandHeight(entry.prompt, entry.command, width) + output;
    }
    case 'output':
      return outputHeight(entry.text, width);
    case 'comment':
      return entry.text.split('\n').length * COLUMNS[0].code * CARD.line;
    case 'prompt':
      return TRANSCRIPT.row;
  }
}

/** A command wraps beside the run button. */
function commandHeight(prompt: string, command: string, width: number): number {
  const columns = Math.max(
    10,
    Math.floor((width - TRANSCRIPT.run) / (COLUMNS[0].code / 2)) - prompt.length - 1,
  );
  const lines = wrappedLines(command, columns);
  return Math.max(TRANSCRIPT.row, lines * COLUMNS[0].code * CARD.line + 2 * TRANSCRIPT.rowPadding);
}

export function outputHeight(text: string, width: number): number {
  const squeezed = squeezeTables(text);
  const columns = widestLine(squeezed);
  const size = sizeIn(columns, width).output;
  const lines = columns > WRAPS_AT ? wrappedLines(squeezed, WRAPS_AT) : squeezed.split('\n').length;
  return lines * size * CARD.line;
}

function wrappedLines(text: string, columns: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widestLine(line) / columns)), 0);
}

/** Font sizes for code; in narrow places (a list item, a column) it scrolls rather than shrinks. */
function sizeIn(columns: number, _width: number): { code: number; output: number } {
  return sizeFor(columns);
}

/** Heights of a table's header and of each row, its columns shared out as browsers do. */
export function rowHeights(block: TableBlock, width: number): { header: number; rows: number[] } {
  const size = block.header.length >= 5 ? TABLE.wide : TABLE.size;
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
      ...block.rows.map((row) => widths(row[at] ?? { html: '', text: '' }, size)),
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
