import { type AskedEngine, type Fact, type Observe, readList, readText } from './facts.ts';

/** `docker volume create`: of a name that was there already the engine makes no second one. */
export const observeVolume: Observe = async (_, engine) => {
  const before = await listVolumeNames(engine);
  return { end: (answer) => findNewVolumes(engine, before, [readText(answer, 'Name')]) };
};

/** `docker volume rm`; with `-f` the engine answers the same when there was none. */
export const observeVolumeRemoval: Observe = async ({ path }, engine) => {
  const name = path.replace(/^\/volumes\//, '');
  const before = await listVolumeNames(engine);
  return { end: () => (before.has(name) ? [gone(name)] : []) };
};

/** `docker volume prune`, and the part of `docker system prune`. */
export const observeVolumePrune: Observe = async () => ({
  end(answer) {
    const listed = Array.isArray(answer) ? answer.map((one) => readText(one, 'Id')) : [];
    return [...readList(answer, 'VolumesDeleted'), ...listed]
      .filter((name): name is string => typeof name === 'string' && name !== '')
      .map(gone);
  },
});

export async function listVolumeNames(engine: AskedEngine): Promise<Set<string>> {
  return new Set((await engine.volumes()).map(({ name }) => name));
}

/** Those of the names that were not there before. */
export async function findNewVolumes(
  engine: AskedEngine,
  before: ReadonlySet<string>,
  names: readonly string[],
): Promise<Fact[]> {
  const fresh = new Set(names.filter((name) => !before.has(name)));
  if (fresh.size === 0) return [];
  return (await engine.volumes())
    .filter(({ name }) => fresh.has(name))
    .map(({ name, created }) => ({ what: 'made', thing: { kind: 'volume', name, created } }));
}

function gone(name: string): Fact {
  return { what: 'gone', kind: 'volume', name };
}
