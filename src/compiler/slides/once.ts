import type { Block } from '../model.ts';
import type { Setting } from './block-height.ts';

/**
 * Measures a block once for each room that it is set in. Columns are tried before they are parted, so that
 * without this each one doubles the work for all that stands in it.
 */
export function once<B extends Block, Means extends unknown[]>(
  measure: (block: B, setting: Setting, ...means: Means) => number,
): (block: B, setting: Setting, ...means: Means) => number {
  const known = new WeakMap<B, Map<string, number>>();
  return (block, setting, ...means) => {
    const { width, outer, type, size, depth } = setting;
    const room = [width, outer, type.text, size, depth].join(' ');
    const heights = known.get(block) ?? new Map<string, number>();
    known.set(block, heights);
    const height = heights.get(room) ?? measure(block, setting, ...means);
    heights.set(room, height);
    return height;
  };
}
