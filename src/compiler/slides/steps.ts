import type { Block } from '../model.ts';
import { visit } from '../walk.ts';

/** The steps that stand in these blocks, at any depth, in order. */
export function stepsOf(blocks: readonly Block[]): string[] {
  const steps: string[] = [];
  visit(blocks, (block) => {
    if (block.kind !== 'transcript') return;
    for (const entry of block.entries) {
      if (entry.kind === 'command' && entry.step !== null) steps.push(entry.step);
    }
  });
  return steps;
}
