import type { Diagnostic } from '../compiler/model.ts';

/** A diagnostic with the page that it is about, as programs read it. */
export interface LintDiagnostic {
  path: string;
  line: number;
  column: number;
  code: string;
  severity: Diagnostic['severity'];
  message: string;
  hint: string;
}

/** Longer lines are shown around the place only. */
const WIDEST = 120;

/** A diagnostic as a person reads it: where, what, the line itself with a caret under the place, what to do. */
export function formatDiagnostic(diagnostic: LintDiagnostic, source: string | undefined): string {
  const { path, line, column, severity, code, message, hint } = diagnostic;
  const shown = source === undefined || source.trim() === '' ? [] : pointAt(source, column);
  return [
    `${path}:${line}:${column}: ${severity}: ${code}: ${message}`,
    ...shown.map((text) => `  ${text}`),
    ...(hint === '' ? [] : [`  ${hint}`]),
  ].join('\n');
}

/** The line, and under it a caret that stands right also after tabs, wide letters and accents of their own. */
export function pointAt(source: string, column: number): [string, string] {
  const from = Math.max(0, Math.min(column - 1 - WIDEST / 2, source.length - WIDEST));
  const cut = from > 0 ? `…${source.slice(from + 1)}` : source;
  const text = cut.length > WIDEST ? `${cut.slice(0, WIDEST - 1)}…` : cut;
  const before = text.slice(0, Math.max(0, column - 1 - from));
  const indent = [...before].map((letter) => (letter === '\t' ? '\t' : ' '.repeat(widthOf(letter)))).join('');
  return [text, `${indent}^`];
}

/** Columns of a terminal that a character takes (Unicode's East Asian Width, UAX #11). */
function widthOf(character: string): number {
  if (/\p{M}|\u200b|\u200d|\ufe0f/u.test(character)) return 0;
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
    character,
  )
    ? 2
    : 1;
}
