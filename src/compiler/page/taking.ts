import type { Block } from '../model.ts';
import type { Reason } from '../reasons/reason.ts';
import { isBlank, type Line } from './lines.ts';

/** Lines that one reader took, why, the blocks that it made of them, and what was read within. */
export interface Taking {
  from: number;
  to: number;
  /** One a block, in their order; the first holds for blocks that have none. */
  reasons: Reason[];
  blocks: Block[];
  inside: Taking[];
}

/** Lines of which no block was made. */
export function takeAway(line: Line, reason: Reason): Taking {
  return { from: line.number, to: line.number, reasons: [reason], blocks: [], inside: [] };
}

/** The lines that a stage before the blocks did not leave to them, neighbours together. */
export function takenBefore(before: readonly Line[], after: readonly Line[], reason: Reason): Taking[] {
  if (before === after) return [];
  const left = new Set(after.filter((line) => !isBlank(line)).map(({ number }) => number));
  const takings: Taking[] = [];
  let last: Taking | null = null;
  for (const line of before) {
    if (isBlank(line)) continue;
    if (left.has(line.number)) last = null;
    else if (last === null) {
      last = takeAway(line, reason);
      takings.push(last);
    } else last.to = line.number;
  }
  return takings;
}

/** Both in the page's order; those of `more` stand within whatever was read around them. */
export function placeAmong(takings: readonly Taking[], more: readonly Taking[]): Taking[] {
  const all: Taking[] = [];
  let at = 0;
  for (const taking of takings) {
    while (at < more.length && more[at]!.from < taking.from) all.push(more[at++]!);
    const first = at;
    while (at < more.length && more[at]!.to <= taking.to) at += 1;
    const within = more.slice(first, at);
    all.push(within.length === 0 ? taking : { ...taking, inside: placeAmong(taking.inside, within) });
  }
  return all.concat(more.slice(at));
}
