import type { LayerStack, StackImage } from './layer-stack.ts';
import { growTree } from './layer-tree.ts';
import { addSavings } from './savings.ts';
import { formatSize } from './sizes.ts';
import type { DiagramWords } from './words.ts';

/** A description says each image and container up to this many of them, and counts the rest. */
const told = 12;

/** The picture in words: what is read-only, what is writable, what is shared and what that saves. */
export function describeStack(
  stack: LayerStack,
  words: DiagramWords,
): { title: string; description: string } {
  const savings = addSavings(growTree(stack));
  const sentences = [
    ...stack.images.slice(0, told).map((image) => describeImage(image, words)),
    ...countRest(stack.images.length, words.moreImages),
    ...stack.containers
      .slice(0, told)
      .map(({ name, image, size }) =>
        words.containerHas(name, image, size === null ? null : formatSize(size)),
      ),
    ...countRest(stack.containers.length, words.moreContainers),
    ...(savings.sharedLayers > 0
      ? [words.shared(savings.sharedLayers, savings.sharedSize > 0 ? formatSize(savings.sharedSize) : null)]
      : []),
    ...(savings.saved > 0 ? [words.saved(formatSize(savings.saved))] : []),
  ];
  return {
    title: stack.title || words.title(stack.images.length, stack.containers.length),
    description: sentences.join(' '),
  };
}

function describeImage(image: StackImage, words: DiagramWords): string {
  if (image.layers === null) return words.imageUnknown(image.name);
  const sizes = image.layers.map((layer) => layer.size);
  const known = sizes.length > 0 && sizes.every((size) => size !== null);
  const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return words.imageHas(image.name, image.layers.length, known ? formatSize(total) : null);
}

function countRest(count: number, say: (more: number) => string): string[] {
  return count > told ? [`${say(count - told)}.`] : [];
}
