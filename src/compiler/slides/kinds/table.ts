import type { Inline, TableBlock } from '../../model.ts';
import { type Atom, type Frame, inFrame, leaf } from '../atoms.ts';
import { TABLE, type Type } from '../layout.ts';
import { countLines, widths } from '../measure.ts';
import type { Splitting } from './splitting.ts';

/** A table in its rows; its header stands on each slide. */
export const table: Splitting<TableBlock> = {
  shows: 'matter',
  atoms(block, setting) {
    const { header, rows } = rowHeights(block, setting);
    if (rows.length === 0) return [leaf(block, header, { prose: block })];
    const frame: Frame = {
      index: 0,
      gap: 0,
      around: header,
      build: (children) => ({ ...block, rows: children.map((child) => child.part as Inline[]) }),
    };
    const parts = block.rows.map((part, index): Atom[] => [leaf(block, rows[index]!, { part, index })]);
    return inFrame(frame, parts, 8);
  },
};

/** Heights of a table's header and of each row, its columns shared out as browsers do. */
function rowHeights(
  block: TableBlock,
  { width, type }: { width: number; type: Type },
): { header: number; rows: number[] } {
  const size = block.header.length >= 5 ? type.wide : type.table;
  const columns = columnWidths(block, width, size);
  const height = (row: Inline[], bold: boolean) => {
    const lines = row.map((cell, at) => countLines(cell, columns[at] ?? width, size, bold));
    return 2 * TABLE.down + TABLE.rule + Math.max(1, ...lines) * size * TABLE.line;
  };
  return { header: height(block.header, true), rows: block.rows.map((row) => height(row, false)) };
}

/** Each column gets its widest word, and of the rest a share after how long its text is. */
function columnWidths(block: TableBlock, width: number, size: number): number[] {
  const needs = block.header.map((cell, at) => {
    const cells = [widths(cell, size, true), ...block.rows.flatMap((row) => measured(row[at], size))];
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

/** Nothing for a cell that the row does not have. */
function measured(cell: Inline | undefined, size: number): ReturnType<typeof widths>[] {
  return cell === undefined ? [] : [widths(cell, size)];
}
