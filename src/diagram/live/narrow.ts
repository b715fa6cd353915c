import { sameImage } from '../image-names.ts';
import type { LayerStack } from '../layer-stack.ts';

/**
 * The part of an engine's view that a `layers` block is about: its images, under the names that the author
 * gave them, and the containers on them. `null` when the engine lacks one of the images.
 */
export function narrowStack(view: LayerStack, block: LayerStack): LayerStack | null {
  const pairs = block.images.map(({ name }) => ({
    name,
    image: view.images.find((image) => sameImage(image.name, name)),
  }));
  if (pairs.some(({ image }) => image === undefined)) return null;
  const images = pairs.map(({ name, image }) => ({ ...image!, name }));
  const containers = view.containers.flatMap((container) => {
    const own = pairs.find(({ image }) => image!.name === container.image);
    return own ? [{ ...container, image: own.name }] : [];
  });
  return { title: block.title, images, containers, live: true };
}
