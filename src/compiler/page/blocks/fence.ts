import type { Context } from '../context.ts';
import { indentOf, isBlank, type Line } from '../lines.ts';
import { isBreak } from './break.ts';

/** The line that opens a code block. */
export interface Fence {
  mark: string;
  indent: number;
  info: string;
}

/** `close`: the line that ends the code; `next`: the first line after the block; `broken`: no such fence stands there. */
interface FenceEnd {
  close: number;
  next: number;
  broken: boolean;
}

const FENCE = /^\s*(`{3,}(?=[^`]*$)|~{3,})(.*)$/;

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
    const start = line.text.trimStart();
    if (!start.startsWith('```') && !start.startsWith('~~~')) return;
    const [, mark, info] = FENCE.exec(line.text) ?? [];
    if (mark === undefined) return;
    if (this.#mark === '') this.#mark = mark;
    else if (mark.startsWith(this.#mark) && info!.trim() === '') this.#mark = '';
  }
}

/** Where the code that opens at `at` ends: at its closing fence, or else where the author must have meant it to. */
export function findFenceEnd(lines: Line[], at: number, fence: Fence, context: Context): FenceEnd {
  let inner = '';
  let shorter = -1;
  for (let index = at + 1; index < lines.length; index++) {
    const found = FENCE.exec(lines[index]!.text);
    if (found === null) continue;
    const [, mark, info] = found;
    const bare = info!.trim() === '' || /^\s*\{:[^}]*\}\s*$/.test(info!);
    if (mark![0] !== fence.mark[0]) continue;
    if (bare && mark!.length >= fence.mark.length) {
      const unbalanced = inner !== '' && shorter >= 0;
      return unbalanced ? broken(shorter) : { close: index, next: index + 1, broken: false };
    }
    if (!bare && mark!.length >= fence.mark.length && !isMarkdown(fence.info)) {
      return shorter >= 0 ? broken(shorter) : guess(lines, at, index, context);
    }
    if (bare && inner === '') {
      if (shorter < 0) shorter = index;
      inner = mark!;
    } else if (bare) inner = '';
    else inner = inner === '' ? mark! : inner;
  }
  return shorter >= 0 ? broken(shorter) : guess(lines, at, lines.length, context);
}

function broken(close: number): FenceEnd {
  return { close, next: close + 1, broken: true };
}

/** Without a fence to close it, code goes on to the next slide break or heading, at most to `limit`. */
function guess(lines: Line[], at: number, limit: number, context: Context): FenceEnd {
  for (let index = at + 2; index < limit; index++) {
    const afterBlank = isBlank(lines[index - 1]);
    const line = lines[index]!;
    if ((context.remark || afterBlank) && isBreak(line)) return { close: index, next: index, broken: true };
    if (afterBlank && /^#{2,6} \S/.test(line.text)) return { close: index, next: index, broken: true };
  }
  return { close: limit, next: limit, broken: true };
}

function isMarkdown(info: string): boolean {
  return /^\W*(?:markdown|md|mdx|rmd|qmd|liquid|html|text|txt|plaintext)\b/i.test(info);
}
