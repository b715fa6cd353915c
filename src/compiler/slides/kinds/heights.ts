import type { Block } from '../../model.ts';
import { stackHeight } from '../atoms.ts';
import type { AtomsOf, Setting } from './splitting.ts';

/**
 * Measures a block once for each room that it is set in. Columns are tried before they are parted, so that
 * without this each one doubles the work for all that stands in it.
 */
export function measureOnce<B extends Block>(
  measure: (block: B, setting: Setting, atomsOf: AtomsOf) => number,
): (block: B, setting: Setting, atomsOf: AtomsOf) => number {
  const known = new WeakMap<B, Map<string, number>>();
  return (block, setting, atomsOf) => {
    const { width, outer, type, size, depth } = setting;
    const room = [width, outer, type.text, size, depth].join(' ');
    const heights = known.get(block) ?? new Map<string, number>();
    known.set(block, heights);
    const height = heights.get(room) ?? measure(block, setting, atomsOf);
    heights.set(room, height);
    return height;
  };
}

/** The least height in pixels of a whole block, whether or not it can be parted. */
export const heightOf = measureOnce((block: Block, setting, atomsOf) =>
  stackHeight(atomsOf(block, setting), 'least'),
);

/** Pixels of heights under each other. */
export function stacked(heights: readonly number[], gap: number): number {
  return heights.reduce((sum, height) => sum + height, 0) + Math.max(0, heights.length - 1) * gap;
}

/** Pixels of heights in two columns, row by row: each row is as high as the higher of the two. */
export function inTwoColumns(heights: readonly number[], gap: number): number {
  const rows: number[] = [];
  for (let at = 0; at < heights.length; at += 2) rows.push(Math.max(heights[at]!, heights[at + 1] ?? 0));
  return stacked(rows, gap);
}
