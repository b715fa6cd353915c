import type { Explained } from '../compiler/explain/explained.ts';
import { tellReason } from '../compiler/reasons/reason.ts';

/** What lines of a page were taken for, as `capas inspect --blocks --json` prints it. */
export interface ExplainedLines {
  from: number;
  to: number;
  kind: Explained['kind'];
  why: { code: string; words: string }[];
  step: string | null;
  /** The line `from` of the page, whole. */
  text: string;
  inside: ExplainedLines[];
}

export function toJson(explained: readonly Explained[], page: readonly string[]): ExplainedLines[] {
  return explained.map(({ from, to, kind, why, step, inside }) => ({
    from,
    to,
    kind,
    why: why.map((reason) => ({ code: reason.code, words: tellReason(reason) })),
    step,
    text: page[from - 1] ?? '',
    inside: toJson(inside, page),
  }));
}

/** Characters of a page's line that are shown. */
const WORDS = 48;

/** A table of a line each, what stands within indented: `line(s)  kind  why  first words`. */
export function formatTable(explained: readonly Explained[], page: readonly string[]): string {
  const rows = [['line(s)', 'kind', 'why', 'first words'], ...rowsOf(explained, page, 0)];
  const widths = [0, 1, 2].map((at) => rows.reduce((most, row) => Math.max(most, row[at]!.length), 0));
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function rowsOf(explained: readonly Explained[], page: readonly string[], depth: number): string[][] {
  return explained.flatMap(({ from, to, kind, why, inside }) => [
    [
      from === to ? `${from}` : `${from}-${to}`,
      `${'  '.repeat(depth)}${kind}`,
      why.map(tellReason).join('; '),
      firstWords(page.slice(from - 1, to)),
    ],
    ...rowsOf(inside, page, depth + 1),
  ]);
}

/** Of the first line that has any: a fence or a tag alone says little. */
function firstWords(lines: readonly string[]): string {
  const text = (lines.find((line) => /[\p{L}\p{N}]/u.test(line)) ?? lines[0] ?? '').trim();
  return text.length > WORDS ? `${text.slice(0, WORDS - 1)}…` : text;
}
