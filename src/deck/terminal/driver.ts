/** What a driver needs of a terminal's screen: xterm in the deck, a plain object in tests. */
export interface Screen {
  /** Text or raw bytes; `drawn` is called once they stand on the screen. */
  write(data: string | Uint8Array, drawn?: () => void): void;
  /** Everything away, scrollback and modes too. */
  clear(): void;
  /** The cursor's column, from 0. */
  column(): number;
  focus(): void;
  setFontSize(pixels: number): void;
  /** Fits rows and columns to the room that there is. */
  fit(): { columns: number; rows: number };
}

/**
 * What feeds a screen. The live driver carries a session of the helper's, the replay driver plays a
 * recording or the author's output; the panel treats them alike.
 */
export interface Driver {
  /** From now on what comes is drawn on this screen. */
  attach(screen: Screen): void;
  /** What was typed into the screen. */
  type(data: string): void;
  /** What the screen answered to what it was asked by the output. */
  answer(data: string): void;
  /** The screen has this size now. */
  resize(columns: number, rows: number): void;
}
