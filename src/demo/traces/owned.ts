import type { Fact, Thing } from '../../engine/engine.ts';

/** What demos made and nothing is known to have removed. */
export interface Owned {
  containers: Set<string>;
  networks: Set<string>;
  /** By name: when it was created, as the engine told last. */
  volumes: Map<string, string>;
  images: Extract<Thing, { kind: 'image' }>[];
}

/** Follows what happened, in its order. */
export function collectOwned(facts: readonly Fact[]): Owned {
  const owned: Owned = { containers: new Set(), networks: new Set(), volumes: new Map(), images: [] };
  for (const fact of facts) {
    if (fact.what === 'made') add(owned, fact.thing);
    else remove(owned, fact);
  }
  return owned;
}

function add(owned: Owned, thing: Thing): void {
  switch (thing.kind) {
    case 'container':
      return void owned.containers.add(thing.id);
    case 'network':
      return void owned.networks.add(thing.id);
    case 'volume':
      return void owned.volumes.set(thing.name, thing.created);
    case 'image': {
      const at = owned.images.findIndex(
        ({ reference, id }) => reference === thing.reference && id === thing.id,
      );
      if (at < 0) owned.images.push(thing);
      else if (thing.sure) owned.images[at] = thing;
    }
  }
}

function remove(owned: Owned, { kind, name }: Extract<Fact, { what: 'gone' }>): void {
  if (kind === 'volume') owned.volumes.delete(name);
  else owned.images = owned.images.filter(({ reference }) => reference !== name);
}
