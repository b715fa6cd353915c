import type { Engine } from '../engine/engine.ts';
import { normalizeEngineError } from '../engine/engine-error.ts';
import { type Added, countThings, findAdded, type Snapshot, takeSnapshot } from './snapshot.ts';

export interface ResetOptions {
  /** Images too; by default they stay, so that the next class does not wait for them. */
  images?: boolean;
  /** Removes nothing: the result tells what it would. */
  dryRun?: boolean;
  /** When the demo ended: what appeared after that is not its own. */
  until?: Snapshot;
}

export interface Reset {
  /** By name; images by reference. */
  removed: Record<Kind, string[]>;
  /** How many containers, images, volumes and networks are there afterwards. */
  kept: number;
  /** What could not be removed, with the engine's words. */
  problems: string[];
}

type Kind = 'containers' | 'images' | 'volumes' | 'networks';

/**
 * Removes what appeared on an engine since a snapshot, and nothing else; containers also when they run.
 * Rejects with an EngineError when the engine does not answer, and when the snapshot is another engine's.
 */
export async function resetTo(
  snapshot: Snapshot,
  engine: Engine,
  { images = false, dryRun = false, until }: ResetOptions = {},
): Promise<Reset> {
  const now = await takeSnapshot(engine);
  if (snapshot.engine !== now.engine) throw new Error('the demo was run on another engine than this one');
  const present = listThings(findAdded(snapshot, now));
  const made = until
    ? new Set(listThings(findAdded(snapshot, until)).map(({ reference }) => reference))
    : null;
  const ours = present
    .filter(({ kind, reference }) => (images || kind !== 'images') && (made?.has(reference) ?? true))
    .sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  const removed: Reset['removed'] = { containers: [], images: [], volumes: [], networks: [] };
  const problems: string[] = [];
  for (const { kind, reference, name } of ours) {
    const problem = dryRun ? null : await removeThing(engine, kind, reference);
    if (problem === null) removed[kind].push(name);
    else problems.push(`${name}: ${problem}`);
  }
  return { removed, kept: countThings(now) - Object.values(removed).flat().length, problems };
}

/** Containers first: they use the others. */
const ORDER: readonly Kind[] = ['containers', 'networks', 'volumes', 'images'];

interface Thing {
  kind: Kind;
  reference: string;
  name: string;
}

function listThings(added: Added): Thing[] {
  return [
    ...added.containers.map(({ id, name }) => ({ kind: 'containers' as const, reference: id, name })),
    ...added.networks.map(({ id, name }) => ({ kind: 'networks' as const, reference: id, name })),
    ...added.volumes.map((name) => ({ kind: 'volumes' as const, reference: name, name })),
    ...added.images.map((name) => ({ kind: 'images' as const, reference: name, name })),
  ];
}

const SINGULAR = {
  containers: 'container',
  images: 'image',
  volumes: 'volume',
  networks: 'network',
} as const;

/** The engine's words when it refuses (an image that another container needs); `null` when it is gone. */
async function removeThing(engine: Engine, kind: Kind, reference: string): Promise<string | null> {
  try {
    await engine.remove(SINGULAR[kind], reference);
    return null;
  } catch (error) {
    const problem = normalizeEngineError(error);
    if (problem.code === 'conflict' || problem.code === 'failed') return problem.message;
    throw problem;
  }
}
