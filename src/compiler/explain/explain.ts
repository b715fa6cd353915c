import type { Block } from '../model.ts';
import type { Taking } from '../page/taking.ts';
import type { Reason } from '../reasons/reason.ts';
import { explainEntries } from './entries.ts';
import type { Explained } from './explained.ts';
import type { Later } from './later.ts';

/** Tells of each line of a page what it was taken for and why, in the page's order. */
export function explain(takings: readonly Taking[], later: Later): Explained[] {
  return takings.flatMap((taking) => explainTaking(taking, later));
}

function explainTaking(taking: Taking, later: Later): Explained[] {
  const { from, to, blocks, reasons } = taking;
  const inside = explain(taking.inside, later);
  const handedOn = new Set(taking.inside.flatMap((within) => within.blocks));
  const made = blocks
    .map((block, at) => ({ block, reason: reasons[at] ?? reasons[0]! }))
    .filter(({ block }) => !handedOn.has(block));
  if (made.length === 0) {
    const kind = inside.length > 0 ? 'wrapper' : 'nothing';
    return [{ from, to, kind, why: reasons.slice(0, 1), step: null, inside }];
  }
  return made.map(({ block, reason }, at) => {
    const first = at === 0 ? from : block.line;
    const last = Math.max(first, (made[at + 1]?.block.line ?? to + 1) - 1);
    return explainBlock(block, reason, { from: first, to: last, inside: at === 0 ? inside : [] }, later);
  });
}

function explainBlock(
  block: Block,
  reason: Reason,
  lines: Pick<Explained, 'from' | 'to' | 'inside'>,
  { became, reasons }: Later,
): Explained {
  const now = became.get(block) ?? block;
  const second = reasons.get(block);
  return {
    ...lines,
    kind: now.kind,
    why: second === undefined ? [reason] : [reason, second],
    step: null,
    inside: now.kind === 'transcript' ? explainEntries(now, reasons) : lines.inside,
  };
}
