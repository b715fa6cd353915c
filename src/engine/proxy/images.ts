import { sameImage } from '../../diagram/image-names.ts';
import type { EngineImage } from '../model.ts';
import { type AskedEngine, type Fact, type Known, type Observe, readList, readText } from './facts.ts';

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
    async end(answer) {
      return findNewImages(before, await engine.images(), known, {
        references: [name(query)].filter(Boolean),
        ids: [readText(answer, 'Id')].filter(Boolean),
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

/** A connection of BuildKit's: what appeared while it was open is surely its own only where the command names it. */
export const observeSession: Observe = async (_, engine, known) => {
  const before = await engine.images();
  return {
    async end() {
      const after = await engine.images();
      const sure = findNewImages(before, after, known, { references: known.named(), ids: [] });
      const isKnown = (reference: string, id: string) =>
        known.owns(reference, id) ||
        sure.some(({ thing }) => thing.kind === 'image' && thing.reference === reference);
      const had = new Set(before.flatMap(({ tags }) => tags));
      const doubtful = after.flatMap(({ id, tags }) =>
        tags.filter((tag) => !had.has(tag) && !isKnown(tag, id)).map((tag) => made(tag, id, false)),
      );
      return [...sure, ...doubtful];
    },
  };
};

/** Docker's API takes a pull without a tag as one of all the tags that a repository has. */
const ALL_TAGS = ':*';

type Made = Extract<Fact, { what: 'made' }>;

/** Reads a stream of progress; names and ids that it tells count beside those that the call has. */
async function observeStream(
  engine: AskedEngine,
  known: Known,
  asked: readonly string[],
): Promise<{ take(value: unknown): Fact[]; end(answer: unknown): Promise<Fact[]> }> {
  const before = await engine.images();
  const told = { references: asked.filter(Boolean), ids: [] as string[], containers: [] as string[] };
  const had = new Set(before.map(({ id }) => id));
  return {
    take(value) {
      const { reference, id, container, isWithout } = readProgress(value);
      // Whatever has the name in the end, somebody else made it.
      if (isWithout) told.references = told.references.filter((one) => !asked.includes(one));
      if (reference !== '') told.references.push(reference);
      if (container !== '') told.containers.push(container);
      if (id === '') return [];
      told.ids.push(id);
      // At once: a build that is cut off has left its image, and has given it no name.
      return had.has(id) || !isDigest(id) ? [] : [made(id, id)];
    },
    async end() {
      const after = await engine.images().catch(() => []);
      return [
        ...findNewImages(before, after, known, told),
        ...(await findBuildContainers(engine, told.containers)),
      ];
    },
  };
}

interface Progress {
  reference: string;
  id: string;
  container: string;
  /** It failed, or there was nothing to do: it made nothing of what it was asked for. */
  isWithout: boolean;
}

function readProgress(value: unknown): Progress {
  const status = readText(value, 'status');
  const stream = readText(value, 'stream').trim();
  const aux = typeof value === 'object' && value !== null ? (value as { aux?: unknown }).aux : null;
  const pulled = /^Status: Downloaded newer image for (\S+)$/.exec(status)?.[1];
  const loaded = /^Loaded image: (\S+)$/.exec(stream)?.[1];
  const loadedId = /^Loaded image ID: (\S+)$/.exec(stream)?.[1];
  const imported = /^sha256:[0-9a-f]{64}$/.exec(status)?.[0];
  const [podman = ''] = readList(value, 'Names');
  return {
    reference: pulled ?? loaded ?? (typeof podman === 'string' ? podman : ''),
    id: readText(aux, 'ID') || (loadedId ?? imported ?? ''),
    isWithout: readText(value, 'error') !== '' || status.startsWith('Status: Image is up to date for'),
    container: /^---> Running in ([0-9a-f]{12,64})$/.exec(stream)?.[1] ?? '',
  };
}

function isDigest(id: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(id);
}

/**
 * The images that came under these names and ids. A name that was there before is the user's own, but for
 * one that a call of ours gave: a second build moves it on, and leaves its first image without a name.
 */
function findNewImages(
  before: readonly EngineImage[],
  after: readonly EngineImage[],
  known: Known,
  told: { references: readonly string[]; ids: readonly string[] },
): Made[] {
  const earlier = new Map(before.flatMap(({ id, tags }) => tags.map((tag) => [tag, id] as const)));
  const had = new Set(before.map(({ id }) => id));
  const isOpen = (tag: string) => {
    const owner = earlier.get(tag);
    return owner === undefined || known.owns(tag, owner);
  };
  const isTold = (name: string) => told.references.some((one) => names(one, name));
  return after.flatMap(({ id, tags, digests }) => {
    const isNameless = tags.length === 0 && (told.ids.includes(id) || digests.some(isTold));
    if (isNameless) return had.has(id) ? [] : [made(id, id)];
    const fresh = tags.filter((tag) => isTold(tag) && isOpen(tag) && earlier.get(tag) !== id);
    return fresh.map((tag) => made(tag, id));
  });
}

/** Whether what was asked for is this name; Podman writes short ones in full. */
function names(asked: string, tag: string): boolean {
  if (asked.endsWith(ALL_TAGS))
    return sameImage(asked.slice(0, -ALL_TAGS.length), tag.replace(/:[^/:@]+$/, ''));
  return sameImage(asked, tag) || (tag.startsWith('localhost/') && sameImage(`localhost/${asked}`, tag));
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

function made(reference: string, id: string, sure = true): Made {
  return { what: 'made', thing: { kind: 'image', reference, id, sure } };
}
