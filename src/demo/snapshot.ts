import type { Engine } from '../engine/engine.ts';

/** What an engine holds at a moment: plain data, to be kept in a file. */
export interface Snapshot {
  /** The engine's {@link Engine.id}: what is on another one can't be compared. */
  engine: string;
  /** ISO 8601. */
  date: string;
  containers: Named[];
  images: { id: string; tags: string[] }[];
  /** Names. */
  volumes: string[];
  networks: Named[];
}

interface Named {
  id: string;
  name: string;
}

/** What is in one snapshot and was not in an earlier one. */
export interface Added {
  containers: Named[];
  /** References: `httpd:2.4`; the id of an image without a name. */
  images: string[];
  volumes: string[];
  networks: Named[];
}

/** Asks an engine what it holds. Rejects with an EngineError. */
export async function takeSnapshot(engine: Engine): Promise<Snapshot> {
  const [containers, images, volumes, networks] = await Promise.all([
    engine.containers(),
    engine.images(),
    engine.volumes(),
    engine.networks(),
  ]);
  return {
    engine: engine.id,
    date: new Date().toISOString(),
    containers: containers.map(({ id, name }) => ({ id, name })),
    images: images.map(({ id, tags }) => ({ id, tags })),
    volumes,
    networks: networks.map(({ id, name }) => ({ id, name })),
  };
}

/** How many containers, images, volumes and networks there are. */
export function countThings({ containers, images, volumes, networks }: Snapshot): number {
  return containers.length + images.length + volumes.length + networks.length;
}

/**
 * What appeared between two snapshots. A name that now stands for a newer image did not appear, nor did the
 * image that lost it; nothing that was there before ever counts.
 */
export function findAdded(before: Snapshot, after: Snapshot): Added {
  const ids = new Set([...before.containers, ...before.networks, ...before.images].map(({ id }) => id));
  const tags = new Set(before.images.flatMap((image) => image.tags));
  const volumes = new Set(before.volumes);
  return {
    containers: after.containers.filter(({ id }) => !ids.has(id)),
    images: after.images.flatMap((image) => {
      if (image.tags.length === 0) return ids.has(image.id) ? [] : [image.id];
      return image.tags.filter((tag) => !tags.has(tag));
    }),
    volumes: after.volumes.filter((name) => !volumes.has(name)),
    networks: after.networks.filter(({ id }) => !ids.has(id)),
  };
}

/** The snapshot as it would be had something not been added. */
export function withoutAdded(snapshot: Snapshot, added: Added): Snapshot {
  const ids = new Set([...added.containers, ...added.networks].map(({ id }) => id));
  const images = new Set(added.images);
  const volumes = new Set(added.volumes);
  return {
    ...snapshot,
    containers: snapshot.containers.filter(({ id }) => !ids.has(id)),
    images: snapshot.images
      .filter(({ id, tags }) => !images.has(id) && !(tags.length > 0 && tags.every((tag) => images.has(tag))))
      .map((image) => ({ ...image, tags: image.tags.filter((tag) => !images.has(tag)) })),
    volumes: snapshot.volumes.filter((name) => !volumes.has(name)),
    networks: snapshot.networks.filter(({ id }) => !ids.has(id)),
  };
}
