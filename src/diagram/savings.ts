import type { Trunk } from './layer-tree.ts';

/** What sharing does in a set of images and containers. Sizes are bytes; unknown sizes count as none. */
export interface Savings {
  /** Layers that more than one image has. */
  sharedLayers: number;
  sharedSize: number;
  /** What it would cost more if each image, and each container after an image's first, had its own copy. */
  saved: number;
}

/** Adds up what is kept once though several images or containers use it. */
export function addSavings(trunks: Trunk[]): Savings {
  const sum: Savings = { sharedLayers: 0, sharedSize: 0, saved: 0 };
  for (const trunk of trunks) addTrunk(trunk, sum);
  return sum;
}

/** Returns how many copies of the trunk there would be without sharing. */
function addTrunk(trunk: Trunk, sum: Savings): number {
  const onTops = trunk.tops.map((top) => Math.max(1, top.containers.length));
  const onBranches = trunk.branches.map((branch) => addTrunk(branch, sum));
  const copies = [...onTops, ...onBranches].reduce((total, count) => total + count, 0);
  const size = trunk.layers.reduce((total, layer) => total + (layer.size ?? 0), 0);
  sum.saved += size * (copies - 1);
  if (trunk.images > 1) {
    sum.sharedLayers += trunk.layers.length;
    sum.sharedSize += size;
  }
  return copies;
}
