import type { LayerStack, StackContainer, StackImage } from '../layer-stack.ts';
import type { LayerChange } from './engine-view.ts';

/**
 * What happened between two views of an engine, in the order in which it is told: what went, what came,
 * what changed its size.
 *
 * @param paths the files that a container has written since the view before, if the engine told them
 */
export function compareStacks(
  before: LayerStack,
  after: LayerStack,
  paths: (container: string) => readonly string[] = () => [],
): LayerChange[] {
  const hasContainer = named(before.containers);
  const stillContainer = named(after.containers);
  const hasImage = named(before.images);
  const stillImage = named(after.images);
  return [
    ...before.containers
      .filter(({ name }) => !stillContainer.has(name))
      .map(({ name, image }): LayerChange => ({ kind: 'container-went', image, container: name })),
    ...before.images
      .filter(({ name }) => !stillImage.has(name))
      .map(({ name }): LayerChange => ({ kind: 'image-went', image: name })),
    ...after.images.filter(({ name }) => !hasImage.has(name)).map((image) => tellImage(image, before)),
    ...after.containers
      .filter(({ name }) => !hasContainer.has(name))
      .map(({ name, image }): LayerChange => ({ kind: 'container-came', image, container: name })),
    ...after.containers.flatMap((container) => tellSize(hasContainer.get(container.name), container, paths)),
  ];
}

function tellImage(image: StackImage, before: LayerStack): LayerChange {
  const layers = image.layers ?? [];
  const known = new Set(before.images.flatMap((other) => other.layers?.map(({ id }) => id) ?? []));
  const own = layers.findIndex(({ id }) => !known.has(id));
  return {
    kind: 'image-came',
    image: image.name,
    layers: layers.length,
    shared: own < 0 ? layers.length : own,
  };
}

/** A size that was not known before is no change. */
function tellSize(
  before: StackContainer | undefined,
  { name, image, size }: StackContainer,
  paths: (container: string) => readonly string[],
): LayerChange[] {
  if (!before || before.size === null || size === null || before.size === size) return [];
  return [{ kind: 'size', image, container: name, from: before.size, to: size, paths: [...paths(name)] }];
}

function named<T extends { name: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((one) => [one.name, one]));
}
