import type { Node } from 'yaml';
import type { Complaints } from './fields.ts';
import type { StackImage, StackLayer } from './layer-stack.ts';

/** An image as it is written: its own layers, and the image that it builds on. */
export interface NamedImage {
  node: Node;
  name: string;
  from: string | null;
  layers: StackLayer[] | null;
}

/** Puts under each image's own layers those of the image that it names with `from`. */
export function joinParents(images: NamedImage[], complaints: Complaints): StackImage[] {
  const byName = new Map<string, NamedImage>();
  for (const image of images) {
    if (byName.has(image.name)) {
      complaints.add(
        image.node,
        'layers-twice',
        `Image “${image.name}” stands here twice`,
        'Remove one of them.',
      );
    } else {
      byName.set(image.name, image);
    }
  }
  return [...byName.values()].map((image) => ({
    name: image.name,
    layers: collectLayers(image, byName, complaints),
  }));
}

function collectLayers(
  image: NamedImage,
  byName: Map<string, NamedImage>,
  complaints: Complaints,
): StackLayer[] | null {
  const line: NamedImage[] = [];
  for (let next: NamedImage | undefined = image; next; ) {
    if (line.includes(next)) {
      const ring = [...line.slice(line.indexOf(next)), next].map((member) => member.name).join(' → ');
      if (next === image) {
        complaints.add(
          image.node,
          'layers-cycle',
          `Images build on each other in a circle: ${ring}`,
          'Remove one `from:`.',
        );
      }
      break;
    }
    line.push(next);
    if (next.from === null) break;
    const parent: NamedImage | undefined = byName.get(next.from);
    if (!parent && next === image) {
      const message = `Image “${image.name}” builds on “${next.from}”, which is not among the images`;
      complaints.add(
        image.node,
        'layers-missing-image',
        message,
        'Add it under `images:`, or remove `from:`.',
      );
    }
    next = parent;
  }
  if (line.some((member) => member.layers === null)) return image.layers;
  return line.reverse().flatMap((member) => member.layers!);
}
