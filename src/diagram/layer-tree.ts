import type { LayerStack, StackContainer, StackImage, StackLayer } from './layer-stack.ts';

/** A run of layers that the same images have, and what stands on its top. */
export interface Trunk {
  /** Bottom first; empty for an image without (known) layers. */
  layers: StackLayer[];
  /** How many images have these layers. */
  images: number;
  /** Images that end here. */
  tops: TopImage[];
  /** What other images add on top. */
  branches: Trunk[];
}

/** An image where it ends, with the containers that stand on it. */
export interface TopImage {
  name: string;
  known: boolean;
  containers: StackContainer[];
}

/** Images as trees that share the longest common prefix of their layers, as an engine keeps them. */
export function growTree(stack: LayerStack): Trunk[] {
  const placed = stack.images.map((image) => ({
    layers: image.layers ?? [],
    top: makeTop(image, stack.containers),
  }));
  return growBranches(placed, 0);
}

interface PlacedImage {
  layers: StackLayer[];
  top: TopImage;
}

function makeTop(image: StackImage, containers: StackContainer[]): TopImage {
  return {
    name: image.name,
    known: image.layers !== null,
    containers: containers.filter((container) => container.image === image.name),
  };
}

function growBranches(images: PlacedImage[], depth: number): Trunk[] {
  const byLayer = new Map<string, PlacedImage[]>();
  for (const image of images) {
    const layer = image.layers[depth];
    if (layer) byLayer.set(layer.id, [...(byLayer.get(layer.id) ?? []), image]);
  }
  const trunks = [...byLayer.values()].map((group) => growTrunk(group, depth));
  const bare = depth === 0 ? images.filter((image) => image.layers.length === 0) : [];
  return [...trunks, ...bare.map(makeBareTrunk)];
}

function growTrunk(images: PlacedImage[], start: number): Trunk {
  const first = images[0]!;
  let end = start + 1;
  while (images.every((image) => image.layers[end] && image.layers[end]!.id === first.layers[end]?.id))
    end += 1;
  return {
    layers: first.layers.slice(start, end),
    images: images.length,
    tops: images.filter((image) => image.layers.length === end).map((image) => image.top),
    branches: growBranches(
      images.filter((image) => image.layers.length > end),
      end,
    ),
  };
}

function makeBareTrunk(image: PlacedImage): Trunk {
  return { layers: [], images: 1, tops: [image.top], branches: [] };
}
