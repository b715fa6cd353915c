import { ALL_TAGS, findNewImages, makeImage } from './appeared.ts';
import {
  type AskedEngine,
  type Fact,
  type Known,
  type Observe,
  type Observer,
  readList,
  readText,
} from './facts.ts';
import { readProgress } from './progress.ts';

/** `docker pull`, and `docker import`, which is a pull from nowhere. */
export const observePull: Observe = async (call, engine, known) => {
  const { query } = call;
  if (query.has('fromSrc')) return observeImport(call, engine, known);
  const from = query.get('fromImage') || query.get('reference') || '';
  const tag = query.get('tag');
  if (tag) return observeStream(engine, known, [`${from}${tag.includes(':') ? '@' : ':'}${tag}`]);
  return observeStream(engine, known, query.has('fromImage') ? [from, `${from}${ALL_TAGS}`] : [from]);
};

export const observeImport: Observe = async ({ query }, engine, known) =>
  observeStream(engine, known, [query.get('reference') ?? name(query)]);

/** `docker build` by the classic builder, and by an older client with BuildKit. */
export const observeBuild: Observe = async ({ query }, engine, known) =>
  observeStream(engine, known, query.getAll('t'));

export const observeLoad: Observe = async (_, engine, known) => observeStream(engine, known, []);

/** `docker tag` and `docker commit`: what gives one name, and answers at once. */
export const observeTag: Observe = async ({ query }, engine, known) => {
  const before = await engine.images();
  return {
    async end(answer, isWhole) {
      return findNewImages(before, await engine.images(), known, {
        asked: [name(query)].filter(Boolean),
        references: [],
        ids: [readText(answer, 'Id')].filter(Boolean),
        ending: isWhole ? 'well' : 'unknown',
      });
    },
  };
};

/** `docker rmi` and `docker image prune`. */
export const observeImageRemoval: Observe = async () => ({
  end(answer) {
    const listed = Array.isArray(answer) ? answer : readList(answer, 'ImagesDeleted');
    const names = [
      ...listed.flatMap((one) => [readText(one, 'Untagged'), readText(one, 'Deleted')]),
      ...readList(answer, 'Untagged'),
      ...readList(answer, 'Deleted'),
    ];
    return names
      .filter((one): one is string => typeof one === 'string' && one !== '')
      .map((one) => ({ what: 'gone', kind: 'image', name: one }));
  },
});

/** Reads a stream of progress; names and ids that it tells count beside those that the call has. */
async function observeStream(engine: AskedEngine, known: Known, asked: readonly string[]): Promise<Observer> {
  const before = await engine.images();
  const had = new Set(before.map(({ id }) => id));
  const told = {
    ...{ references: [] as string[], ids: [] as string[] },
    ...{ layers: [] as string[], containers: [] as string[] },
  };
  let isWithout = false;
  return {
    take(value) {
      const progress = readProgress(value);
      isWithout ||= progress.isWithout;
      told.references.push(...progress.references);
      told.ids.push(...progress.ids);
      told.layers.push(...progress.layers);
      told.containers.push(...progress.containers);
      // At once: a build that is cut off has left its image, and has given it no name.
      return progress.ids.filter((id) => isDigest(id) && !had.has(id)).map((id) => makeImage(id, id));
    },
    async end(_, isWhole) {
      const after = await engine.images().catch(() => []);
      const ending = isWithout ? 'without' : isWhole ? 'well' : 'unknown';
      const claim = { ...told, asked: asked.filter(Boolean), ending } as const;
      return [
        ...findNewImages(before, after, known, claim),
        ...(await findBuildContainers(engine, told.containers)),
      ];
    },
  };
}

function isDigest(id: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(id);
}

/** The classic builder leaves the container of a step that failed. */
async function findBuildContainers(engine: AskedEngine, told: readonly string[]): Promise<Fact[]> {
  if (told.length === 0) return [];
  const containers = await engine.containers().catch(() => []);
  return containers
    .filter(({ id }) => told.some((short) => id.startsWith(short)))
    .map(({ id }) => ({ what: 'made', thing: { kind: 'container', id } }));
}

function name(query: URLSearchParams): string {
  const repository = query.get('repo') ?? '';
  return repository === '' ? '' : `${repository}:${query.get('tag') || 'latest'}`;
}
