import type { IParser } from '@xterm/xterm';

/** How wide and high a terminal is, in cells. */
export interface CellCount {
  cols: number;
  rows: number;
}

/**
 * The control functions (ECMA-48, and DEC's for columns) whose number says how often something is done: insert and
 * delete characters, lines and columns, scroll each way, erase, repeat, tab.
 */
const REPEATING = [
  ...['@', 'L', 'M', 'P', 'S', 'T', 'X', 'b', 'I', 'Z'].map((final) => ({ final })),
  ...['@', 'A'].map((final) => ({ intermediates: ' ', final })),
  ...['}', '~'].map((final) => ({ intermediates: "'", final })),
];

/**
 * Output may ask for something two thousand million times, for which a page would stand still. No program
 * means more than a terminal has cells in a row or a column: what asks for more is not done at all.
 */
export function boundRepeats(parser: IParser, size: () => CellCount): void {
  for (const id of REPEATING) {
    parser.registerCsiHandler(id, (params) => {
      const { cols, rows } = size();
      const [count] = params;
      return typeof count === 'number' && count > Math.max(cols, rows);
    });
  }
}
