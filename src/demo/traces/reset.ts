import type { Engine } from '../../engine/engine.ts';
import { normalizeEngineError } from '../../engine/engine-error.ts';
import type { Kind, PlannedThing } from './reset-plan.ts';

/** What was removed, by name; images by reference. */
export type Removed = Record<Kind, string[]>;

export interface Removal {
  removed: PlannedThing[];
  /** What could not be removed, with the engine's words. */
  problems: string[];
  /** What was not touched, since it was gone or was no longer what had been planned. */
  changed: PlannedThing[];
}

/**
 * Removes these things and nothing else; containers also when they run. `onRemoved` hears of each at once.
 * Rejects when the engine does not answer.
 */
export async function removeThings(
  engine: Engine,
  things: readonly PlannedThing[],
  onRemoved: (thing: PlannedThing) => void = () => {},
): Promise<Removal> {
  const removal: Removal = { removed: [], problems: [], changed: [] };
  for (const thing of things) {
    const end = await removeThing(engine, thing);
    if (end === 'removed') {
      onRemoved(thing);
      removal.removed.push(thing);
    } else if (end === 'gone') removal.changed.push(thing);
    else removal.problems.push(`${thing.name}: ${end.problem}`);
  }
  return removal;
}

/** What several removals did, in all. */
export function joinRemovals(parts: readonly Removal[]): Removal {
  return {
    removed: parts.flatMap(({ removed }) => removed),
    problems: parts.flatMap(({ problems }) => problems),
    changed: parts.flatMap(({ changed }) => changed),
  };
}

/** Whether it is told from all others for ever; a name may go to another thing. */
export function hasOwnId({ kind }: PlannedThing): boolean {
  return kind === 'containers' || kind === 'networks';
}

/** Whether a later plan says the same of it. */
export function isAsPlanned(thing: PlannedThing, now: readonly PlannedThing[]): boolean {
  return now.some(
    ({ kind, reference, doubt }) =>
      kind === thing.kind &&
      reference === thing.reference &&
      JSON.stringify(doubt) === JSON.stringify(thing.doubt),
  );
}

/** Their names by kind, as people and programs are told. */
export function listNames(things: readonly PlannedThing[]): Removed {
  const namesOf = (kind: Kind) => things.filter((one) => one.kind === kind).map(({ name }) => name);
  return {
    containers: namesOf('containers'),
    images: namesOf('images'),
    volumes: namesOf('volumes'),
    networks: namesOf('networks'),
  };
}

/** A thing of each kind, as the engine calls it. */
export const SINGULAR = {
  containers: 'container',
  images: 'image',
  volumes: 'volume',
  networks: 'network',
} as const;

/** `problem`: the engine's words when it refuses (an image that another container needs). */
async function removeThing(
  engine: Engine,
  { kind, reference }: PlannedThing,
): Promise<'removed' | 'gone' | { problem: string }> {
  try {
    return (await engine.remove(SINGULAR[kind], reference)) ? 'removed' : 'gone';
  } catch (error) {
    const problem = normalizeEngineError(error);
    if (problem.code === 'conflict' || problem.code === 'failed') return { problem: problem.message };
    throw problem;
  }
}
