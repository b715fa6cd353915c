import { type Observe, readList, readText } from './facts.ts';
import { findNewVolumes, listVolumeNames } from './volumes.ts';

/** `docker create` and `docker run`, with the volumes that the engine makes for the container, named or not. */
export const observeContainer: Observe = async (_, engine) => {
  // An engine that is slow to list its volumes tells the container's id all the same.
  const before = await listVolumeNames(engine).catch(() => null);
  return {
    async end(answer) {
      const id = readText(answer, 'Id');
      if (id === '') return [];
      const container = { what: 'made' as const, thing: { kind: 'container' as const, id } };
      const mounts = await engine.inspect('container', id).then(
        (facts) => readList(facts, 'Mounts'),
        () => [],
      );
      const volumes = mounts.filter((mount) => readText(mount, 'Type') === 'volume');
      if (before === null) return [container];
      const made = await findNewVolumes(
        engine,
        before,
        volumes.map((mount) => readText(mount, 'Name')),
      ).catch(() => []);
      return [container, ...made];
    },
  };
};
