import type { Line } from '../lines.ts';
import { FenceTracker } from './fence.ts';

/** Where a closing tag stands: its line's index, where in it it begins, and where what follows it begins. */
export interface Closing {
  index: number;
  from: number;
  to: number;
}

const known = new WeakMap<Line[], Map<string, Map<number, Closing>>>();

/**
 * Where the element that is the first of its name on the line at `at` ends, or `null` when it never does.
 * All pairs of a name are found in one pass, so that a page of many tags costs no more than its length.
 */
export function closingTag(lines: Line[], at: number, name: string): Closing | null {
  const names = known.get(lines) ?? new Map<string, Map<number, Closing>>();
  const pairs = names.get(name) ?? pairTags(lines, name);
  known.set(lines, names.set(name, pairs));
  return pairs.get(at) ?? null;
}

function pairTags(lines: Line[], name: string): Map<number, Closing> {
  const pairs = new Map<number, Closing>();
  const tag = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, 'gi');
  const open: { index: number; first: boolean }[] = [];
  const fences = new FenceTracker();
  for (const [index, line] of lines.entries()) {
    fences.see(line);
    if (fences.open || !line.text.includes('<')) continue;
    let first = true;
    for (const match of line.text.matchAll(tag)) {
      if (match[1] === '') {
        if (!match[0].endsWith('/>')) open.push({ index, first });
        first = false;
        continue;
      }
      const opened = open.pop();
      if (opened?.first)
        pairs.set(opened.index, { index, from: match.index, to: match.index + match[0].length });
    }
  }
  return pairs;
}

/** The index of the next line from `at` on that holds `text`, or -1; what is not there is looked for once. */
export function findLine(lines: Line[], at: number, text: string): number {
  const names = absent.get(lines) ?? new Map<string, number>();
  absent.set(lines, names);
  if (at >= (names.get(text) ?? Number.POSITIVE_INFINITY)) return -1;
  const found = lines.findIndex((line, index) => index >= at && line.text.includes(text));
  if (found < 0) names.set(text, at);
  return found;
}

const absent = new WeakMap<Line[], Map<string, number>>();
