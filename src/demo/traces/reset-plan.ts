import type {
  Engine,
  EngineContainer,
  EngineImage,
  EngineNetwork,
  EngineVolume,
} from '../../engine/engine.ts';
import type { Owned } from './owned.ts';
import { findAppeared, type Unfinished } from './unfinished.ts';

export type Kind = 'containers' | 'images' | 'volumes' | 'networks';

/** Why it is not certain that something may be removed. */
export type Doubt =
  /** Containers that the demo did not make use it. */
  | { why: 'used'; by: string[] }
  /** The volume changed while nobody looked: another one may have its name. */
  | { why: 'changed' }
  /** The image appeared while the demo built or pulled, and nothing tells whose it is. */
  | { why: 'appeared' }
  /** It appeared when a call of the demo was cut off: nobody heard whether that made it. */
  | { why: 'unfinished' }
  /** A demo of the lesson made it that still runs, in this process. */
  | { why: 'running'; process: number };

export interface PlannedThing {
  kind: Kind;
  /** What the engine is told to remove: an id, the name of a volume, an image's reference. */
  reference: string;
  /** For people. */
  name: string;
  doubt: Doubt | null;
}

/** What of a demo is still there, in the order in which it can be removed. */
export interface Plan {
  things: PlannedThing[];
  /** How many containers, images, volumes and networks the engine holds in all. */
  present: number;
}

/**
 * Looks for what a demo made: only what still is the same thing. `followed`: volumes that nobody removed
 * meanwhile, whatever their time of creation tells. `unfinished`: calls that were cut off. Rejects with an
 * EngineError.
 */
export async function planReset(
  engine: Engine,
  owned: Owned,
  followed: ReadonlySet<string>,
  unfinished: readonly Unfinished[] = [],
): Promise<Plan> {
  const [containers, images, volumes, networks] = await Promise.all([
    engine.containers(),
    engine.images(),
    engine.volumes(),
    engine.networks(),
  ]);
  const appeared = { containers: byName(containers), networks: byName(networks), volumes: byName(volumes) };
  const foreign = containers.filter(({ id }) => !owned.containers.has(id));
  return {
    things: [
      ...byName(containers.filter(({ id }) => owned.containers.has(id))).map(planContainer),
      ...byName(networks.filter(({ id }) => owned.networks.has(id))).map((one) => planNetwork(one, foreign)),
      ...byName(volumes).flatMap((volume) => planVolume(volume, owned, followed, foreign)),
      ...newestFirst(images).flatMap((image) => planImage(image, owned, foreign)),
      ...findAppeared(unfinished, appeared, owned).map((one) => ({
        ...{ ...one, doubt: { why: 'unfinished' as const } },
      })),
    ],
    present: containers.length + images.length + volumes.length + networks.length,
  };
}

function planContainer({ id, name }: EngineContainer): PlannedThing {
  return { kind: 'containers', reference: id, name, doubt: null };
}

function planNetwork({ id, name }: EngineNetwork, foreign: readonly EngineContainer[]): PlannedThing {
  const users = foreign.filter(({ networks }) => networks.includes(id) || networks.includes(name));
  return { kind: 'networks', reference: id, name, doubt: usedBy(users) };
}

function planVolume(
  { name, created }: EngineVolume,
  owned: Owned,
  followed: ReadonlySet<string>,
  foreign: readonly EngineContainer[],
): PlannedThing[] {
  const known = owned.volumes.get(name);
  if (known === undefined) return [];
  const isSame = followed.has(name) || (created !== '' && created === known);
  const users = foreign.filter(({ volumes }) => volumes.includes(name));
  const doubt = usedBy(users) ?? (isSame ? null : { why: 'changed' as const });
  return [{ kind: 'volumes', reference: name, name, doubt }];
}

/** An image that lost its name is removed by its id; one that somebody gave another name stays. */
function planImage(image: EngineImage, owned: Owned, foreign: readonly EngineContainer[]): PlannedThing[] {
  const ours = owned.images.filter(({ id }) => id === image.id);
  const users = foreign.filter(({ imageId }) => imageId === image.id);
  const plan = (reference: string, name: string, sure: boolean): PlannedThing => ({
    kind: 'images',
    reference,
    name,
    doubt: usedBy(users) ?? (sure ? null : { why: 'appeared' }),
  });
  if (image.tags.length === 0)
    return ours.length === 0
      ? []
      : [
          plan(
            image.id,
            shortId(image.id),
            ours.some(({ sure }) => sure),
          ),
        ];
  const named = ours.filter(({ reference }) => image.tags.includes(reference));
  return named.map(({ reference, sure }) => plan(reference, reference, sure));
}

function usedBy(users: readonly EngineContainer[]): Doubt | null {
  return users.length === 0 ? null : { why: 'used', by: users.map(({ name }) => name) };
}

/** An engine tells them in no order. */
function byName<T extends { name: string }>(things: readonly T[]): T[] {
  return [...things].sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
}

/** What was built on another image goes before it. */
function newestFirst(images: readonly EngineImage[]): EngineImage[] {
  return [...images].sort((one, other) => other.created.localeCompare(one.created));
}

function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}
