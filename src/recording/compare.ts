import { maskLine } from './masks.ts';
import { renderPlainText } from './plain-text.ts';

/** Whether a command printed what the author wrote; if not, the first difference, in words. */
export interface Comparison {
  same: boolean;
  difference: string;
}

/**
 * Compares what the author wrote with what a terminal received. `lines`: ids, times, sizes, percentages and
 * addresses may differ, words and columns may not, and a line `...` or `[…]` of the author's stands for any
 * lines. `exact`: every character, but for blanks at the ends of lines. `none`: anything goes.
 */
export function compareOutputs(
  expected: string,
  actual: string,
  match: 'exact' | 'lines' | 'none',
): Comparison {
  if (match === 'none') return SAME;
  const wanted = readLines(expected);
  const found = readLines(renderPlainText(actual));
  return match === 'exact' ? compareExactly(wanted, found) : compareLoosely(wanted, found);
}

const SAME: Comparison = { same: true, difference: '' };

interface Line {
  /** As written. */
  text: string;
  masked: string;
  /** What stands before an ellipsis at the end of a line of the author's, which stands for the rest of it. */
  open: string | undefined;
}

function readLines(text: string): string[] {
  return text
    .replace(/\r+\n/g, '\n')
    .replace(/^\n+|\s+$/g, '')
    .split('\n')
    .map((line) => line.trimEnd());
}

function compareExactly(wanted: string[], found: string[]): Comparison {
  const at = Array.from({ length: Math.max(wanted.length, found.length) }).findIndex(
    (_, index) => wanted[index] !== found[index],
  );
  return at < 0 ? SAME : differ(wanted[at], found[at]);
}

function compareLoosely(wanted: string[], found: string[]): Comparison {
  const actual = maskLines(found);
  const segments = splitAtElisions(wanted);
  let at = 0;
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    const result = index === 0 ? matchHere(segment, actual, 0) : matchSomewhere(segment, actual, at, isLast);
    if (typeof result !== 'number') return result;
    at = result;
  }
  return at < actual.length && segments.length === 1 ? differ(undefined, actual[at]?.text) : SAME;
}

/** Blank lines don't count, and the lines of a pull's layers count once. */
function maskLines(lines: string[]): Line[] {
  const masked = lines.map(makeLine).filter((line) => line.masked !== '');
  return masked.filter((line, at) => line.masked !== '‹layer›' || masked[at - 1]?.masked !== '‹layer›');
}

function makeLine(text: string): Line {
  const masked = maskLine(text);
  return { text, masked, open: /^(.+?) ?(?:\.{3}|…)$/.exec(masked)?.[1] };
}

/** The author's lines between those that stand for any lines; always one more than there are of these. */
function splitAtElisions(lines: string[]): Line[][] {
  const segments: string[][] = [[]];
  for (const line of lines) {
    if (/^\s*(?:\.{3,}|…|[[<(] ?(?:\.{3}|…|snip|\.\.\.snip\.\.\.) ?[\])>])\s*$/i.test(line))
      segments.push([]);
    else segments.at(-1)?.push(line);
  }
  return segments.map(maskLines);
}

/** The place after the segment, or how it differs from what stands at `at`. */
function matchHere(segment: Line[], actual: Line[], at: number): number | Comparison {
  const miss = segment.findIndex((line, index) => !isMatch(line, actual[at + index]));
  return miss < 0 ? at + segment.length : differ(segment[miss]?.text, actual[at + miss]?.text);
}

function matchSomewhere(segment: Line[], actual: Line[], from: number, isLast: boolean): number | Comparison {
  if (segment.length === 0) return isLast ? actual.length : from;
  // The last lines of the author's are the last lines of the output.
  const first = isLast ? Math.max(from, actual.length - segment.length) : from;
  for (let at = first; at + segment.length <= actual.length; at++) {
    const result = matchHere(segment, actual, at);
    if (typeof result === 'number') return result;
    if (isLast) return result;
  }
  return { same: false, difference: `nowhere after that: “${segment[0]?.text.trim() ?? ''}”` };
}

function isMatch(wanted: Line, found: Line | undefined): boolean {
  if (!found) return false;
  return (
    wanted.masked === found.masked || (wanted.open !== undefined && found.masked.startsWith(wanted.open))
  );
}

function differ(wanted: string | undefined, found: string | undefined): Comparison {
  const difference =
    wanted === undefined || wanted.trim() === ''
      ? `not on the page: “${(found ?? '').trim()}”`
      : found === undefined || found.trim() === ''
        ? `not printed: “${wanted.trim()}”`
        : `“${wanted.trim()}” on the page, “${found.trim()}” printed`;
  return { same: false, difference };
}
