/** Something a teacher should mend, where it is, and what to do. */
export interface Diagnostic {
  line: number;
  /** From 1; 1 when the whole line is meant. */
  column: number;
  /** A stable name in kebab-case, e.g. `missing-image`. */
  code: string;
  severity: 'error' | 'warning';
  message: string;
  /** What to do about it, an imperative sentence; empty when the message says it all. */
  hint: string;
  /** What it is about, as the page writes it: a picture's path. */
  about?: string;
}
