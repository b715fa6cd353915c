/**
 * What a terminal says by itself, in whole: its kind (DA), its state and the cursor's place (DSR, CPR), and where
 * the mouse was pressed (ECMA-48 and xterm's control sequences).
 */
export const TERMINAL_ANSWER = /^\x1b\[(?:[?>]?[\d;]{0,32}[cnR]|<[\d;]{1,24}[Mm]|M[^\x00-\x1f]{3})$/;
