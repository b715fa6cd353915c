import type { Cell, Tower } from './cells.ts';

/** A flat grid, top row first; a slot without a cell is empty space. */
export interface Grid {
  columns: number;
  rows: Slot[][];
}

export interface Slot {
  cell: Cell | null;
  span: number;
}

/** Sets towers side by side on one ground, each cell as wide as all that stands on it. */
export function arrange(towers: Tower[]): Grid {
  const placed: Placed[] = [];
  const columns = placeAll(towers, 0, 0, placed);
  const height = Math.max(0, ...placed.map((cell) => cell.row + 1));
  const rows = Array.from({ length: height }, (_, index) => fillRow(placed, height - 1 - index, columns));
  return { columns, rows };
}

interface Placed {
  cell: Cell;
  row: number;
  column: number;
  span: number;
}

/** Returns the width in columns. */
function placeAll(towers: Tower[], column: number, row: number, placed: Placed[]): number {
  let width = 0;
  for (const tower of towers) width += placeTower(tower, column + width, row, placed);
  return width;
}

function placeTower(tower: Tower, column: number, row: number, placed: Placed[]): number {
  const span = Math.max(1, placeAll(tower.upon, column, row + tower.cells.length, placed));
  tower.cells.forEach((cell, index) => {
    placed.push({ cell, row: row + index, column, span });
  });
  return span;
}

function fillRow(placed: Placed[], row: number, columns: number): Slot[] {
  const cells = placed.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
  const slots: Slot[] = [];
  let column = 0;
  for (const { cell, column: from, span } of cells) {
    if (from > column) slots.push({ cell: null, span: from - column });
    slots.push({ cell, span });
    column = from + span;
  }
  if (column < columns) slots.push({ cell: null, span: columns - column });
  return slots;
}
