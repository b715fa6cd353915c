import { indentOf, isBlank, type Line } from '../lines.ts';
import { isBreak } from './break.ts';

/** The line that opens a code block. */
export interface Fence {
  mark: string;
  indent: number;
  info: string;
}

/** `close`: the line that ends the code; `next`: the first line after the block; `broken`: no fence of its own stands there. */
interface FenceEnd {
  close: number;
  next: number;
  broken: boolean;
}

const FENCE = /^\s*(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const ATTRIBUTES = /^\s*\{:[^}]*\}\s*$/;

export function openingFence(line: Line): Fence | null {
  const start = line.text.trimStart();
  if (!start.startsWith('```') && !start.startsWith('~~~')) return null;
  const indent = indentOf(line.text);
  const match = indent > 3 ? null : FENCE.exec(line.text);
  return match === null ? null : { mark: match[1]!, indent, info: match[2]!.trim() };
}

/** Follows the fences of lines that are seen one after the other. */
export class FenceTracker {
  #mark = '';

  get open(): boolean {
    return this.#mark !== '';
  }

  see(line: Line): void {
    const found = fenceLine(line, 0);
    if (found === null) return;
    if (this.#mark === '') this.#mark = found.mark;
    else if (found.mark.startsWith(this.#mark) && found.bare) this.#mark = '';
  }
}

/** What may open or close code, by its place among the lines. */
interface FenceLine {
  index: number;
  mark: string;
  bare: boolean;
}

/** How many fences ahead are looked at; a block that holds more is closed at the first that fits. */
const LOOK_AHEAD = 200;

/**
 * Where the code that opens at `at` ends: at its closing fence, or else where the author must have meant
 * it to. CommonMark would take the rest of the page for code when a fence is left open; here the first
 * plausible one closes it: a shorter one, or the fence that opens the next block.
 */
export function findFenceEnd(lines: Line[], at: number, fence: Fence, remark: boolean): FenceEnd {
  const ahead = fencesAfter(lines, at).filter(({ mark }) => mark[0] === fence.mark[0]);
  const shorter = ahead.find((found) => found.bare && found.mark.length < fence.mark.length)?.index ?? -1;
  let inner = false;
  for (const { index, mark, bare } of ahead) {
    const long = mark.length >= fence.mark.length;
    if (bare && long)
      return inner && shorter >= 0 ? broken(shorter) : { close: index, next: index + 1, broken: false };
    if (long && !holdsFences(fence.info))
      return shorter >= 0 && shorter < index ? broken(shorter) : guess(lines, at, index, remark);
    inner = bare ? !inner : true;
  }
  return shorter >= 0 ? broken(shorter) : guess(lines, at, lines.length, remark);
}

function broken(close: number): FenceEnd {
  return { close, next: close + 1, broken: true };
}

/** Without a fence to close it, code goes on to the next slide break or heading, at most to `limit`. */
function guess(lines: Line[], at: number, limit: number, remark: boolean): FenceEnd {
  for (let index = at + 2; index < limit; index++) {
    const afterBlank = isBlank(lines[index - 1]);
    const line = lines[index]!;
    const ends = (remark || afterBlank) && isBreak(line);
    if (ends || (afterBlank && /^#{2,6} \S/.test(line.text)))
      return { close: index, next: index, broken: true };
  }
  return { close: limit, next: limit, broken: true };
}

/** Code that is a page itself may hold fences that open. */
function holdsFences(info: string): boolean {
  return /^\W*(?:markdown|md|mdx|rmd|qmd|liquid|html|text|txt|plaintext)\b/i.test(info);
}

const known = new WeakMap<Line[], FenceLine[]>();

function fencesAfter(lines: Line[], at: number): FenceLine[] {
  let fences = known.get(lines);
  if (fences === undefined) {
    fences = lines.flatMap((line, index) => fenceLine(line, index) ?? []);
    known.set(lines, fences);
  }
  let low = 0;
  let high = fences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fences[middle]!.index <= at) low = middle + 1;
    else high = middle;
  }
  return fences.slice(low, low + LOOK_AHEAD);
}

function fenceLine(line: Line, index: number): FenceLine | null {
  const start = line.text.trimStart();
  if (!start.startsWith('```') && !start.startsWith('~~~')) return null;
  const [, mark, info] = FENCE.exec(line.text) ?? [];
  if (mark === undefined) return null;
  return { index, mark, bare: info!.trim() === '' || ATTRIBUTES.test(info!) };
}
