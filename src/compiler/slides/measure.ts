import { styledRuns } from '../inline/inline-text.ts';
import type { Inline, InlineNode } from '../model.ts';
import { BOLD, LETTERS, REGULAR } from './metrics.ts';

/** The code face is half an em wide. */
const CODE_WIDTH = 500;
/** Padding on both sides of inline code, in thousandths of the font size. */
const CODE_PADDING = 520;
/** For letters that were not measured, in thousandths: East Asian ones and pictures are an em wide. */
const UNKNOWN = 620;
const EM = 1000;
/** Where a line may end: at blanks, which are kept, and after a hyphen within a word. */
const BREAKS = /(\s+)|(?<=[\p{L}\p{N}]-)(?=\p{L})/u;

const regular = new Map([...LETTERS].map((letter, at) => [letter, REGULAR[at]!]));
const bold = new Map([...LETTERS].map((letter, at) => [letter, BOLD[at]!]));

/** Whether a line never ends within this code: an option such as `-s`, a short name with hyphens. */
export function staysWhole(code: string): boolean {
  return code.length <= LONGEST_WHOLE && !/\s/.test(code);
}

/** Letters. */
const LONGEST_WHOLE = 16;

/** The width of a text in pixels at a font size. */
function textWidth(text: string, size: number, isBold = false): number {
  const table = isBold ? bold : regular;
  let width = 0;
  for (const letter of text) width += table.get(letter) ?? (letter >= '\u2e80' ? EM : UNKNOWN);
  return (width * size) / EM;
}

/** How many lines a run of text takes when it is set in this width, broken between words as browsers do. */
export function countLines(inline: Inline, width: number, size: number, isBold = false): number {
  let lines = 1;
  let used = 0;
  const place = (word: number, blank: number) => {
    if (used > 0 && used + blank + word > width) {
      lines += 1;
      used = 0;
    }
    const overlong = Math.max(0, Math.ceil(word / width) - 1);
    lines += overlong;
    used += (used > 0 ? blank : 0) + (word - overlong * width);
  };
  for (const { word, blank } of wordsOf(inline.nodes, size, isBold)) {
    if (word === null) {
      lines += 1;
      used = 0;
    } else place(word, blank);
  }
  return lines;
}

/** The widest word and the whole of a run of text on one line, in pixels. */
export function widths(inline: Inline, size: number, isBold = false): { widest: number; whole: number } {
  let widest = 0;
  let whole = 0;
  for (const { word, blank } of wordsOf(inline.nodes, size, isBold)) {
    widest = Math.max(widest, word ?? 0);
    whole += (word ?? 0) + blank;
  }
  return { widest, whole };
}

/** Words with their width and the blank before each; `null` is a forced line end. */
function* wordsOf(
  nodes: readonly InlineNode[],
  size: number,
  isBold: boolean,
): Generator<{ word: number | null; blank: number }> {
  const space = textWidth(' ', size, isBold);
  let pending = 0;
  let blank = 0;
  for (const run of styledRuns(nodes)) {
    if (run.text === '\n') {
      yield { word: pending, blank };
      yield { word: null, blank: 0 };
      pending = 0;
      blank = 0;
      continue;
    }
    if (run.code) pending += (CODE_PADDING * size) / EM;
    const parts = run.code && staysWhole(run.text) ? [run.text] : run.text.split(BREAKS);
    for (const part of parts) {
      if (part === '') continue;
      const isBlank = part === undefined || /^\s/.test(part);
      if (isBlank) {
        if (pending > 0) yield { word: pending, blank };
        pending = 0;
        blank = part === undefined ? 0 : run.code ? (CODE_WIDTH * size) / EM : space;
      } else
        pending += run.code
          ? (part.length * CODE_WIDTH * size) / EM
          : textWidth(part, size, isBold || run.bold);
    }
  }
  if (pending > 0) yield { word: pending, blank };
}
