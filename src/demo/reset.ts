import type { Engine } from '../engine/engine.ts';
import { normalizeEngineError } from '../engine/engine-error.ts';
import type { Kind, PlannedThing } from './reset-plan.ts';

/** What was removed, by name; images by reference. */
export type Removed = Record<Kind, string[]>;

export interface Removal {
  removed: PlannedThing[];
  /** What could not be removed, with the engine's words. */
  problems: string[];
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
  const removed: PlannedThing[] = [];
  const problems: string[] = [];
  for (const thing of things) {
    const problem = await removeThing(engine, thing);
    if (problem !== null) {
      problems.push(`${thing.name}: ${problem}`);
      continue;
    }
    onRemoved(thing);
    removed.push(thing);
  }
  return { removed, problems };
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

/** The engine's words when it refuses (an image that another container needs); `null` when it is gone. */
async function removeThing(engine: Engine, { kind, reference }: PlannedThing): Promise<string | null> {
  try {
    await engine.remove(SINGULAR[kind], reference);
    return null;
  } catch (error) {
    const problem = normalizeEngineError(error);
    if (problem.code === 'conflict' || problem.code === 'failed') return problem.message;
    throw problem;
  }
}
