import type { Engine, EngineContainer } from './engine.ts';
import { EngineError } from './engine-error.ts';

/** For tests: an engine in memory that knows what it holds and removes what it is told to. */
export interface FakeEngine extends Engine {
  containersHeld: string[];
  imagesHeld: Record<string, string[]>;
  volumesHeld: string[];
  networksHeld: string[];
  /** When a volume was created, by its name; `then` for others. */
  volumesCreated: Record<string, string>;
  /** When a network was created, by its name; empty for others. */
  networksCreated: Record<string, string>;
  /** What a container uses, and when it was created, by its name. */
  uses: Record<string, Partial<Pick<EngineContainer, 'volumes' | 'networks' | 'imageId' | 'created'>>>;
  /** References that it refuses to remove. */
  inUse: Set<string>;
}

export function makeFakeEngine(): FakeEngine {
  const engine: FakeEngine = {
    ...{ address: 'unix:///fake', endpoint: null, id: 'fake', name: 'Docker', version: '1', standIn: false },
    containersHeld: [],
    imagesHeld: {},
    volumesHeld: [],
    volumesCreated: {},
    uses: {},
    networksHeld: [],
    networksCreated: {},
    inUse: new Set(),
    isAlive: async () => true,
    images: async () =>
      Object.entries(engine.imagesHeld).map(([id, tags]) => ({
        ...{ id, tags: [...tags], digests: [], size: 0, created: '' },
      })),
    containers: async () =>
      engine.containersHeld.map((name) => ({
        ...{ id: `id-${name}`, name, image: '', imageId: '', state: 'exited', status: '', command: '' },
        ...{ created: '', writable: null, total: null, volumes: [], networks: [] },
        ...engine.uses[name],
      })),
    writableSize: async () => null,
    volumes: async () =>
      engine.volumesHeld.map((name) => ({ name, created: engine.volumesCreated[name] ?? 'then' })),
    networks: async () =>
      engine.networksHeld.map((name) => ({
        ...{ id: `id-${name}`, name, created: engine.networksCreated[name] ?? '' },
      })),
    inspect: async () => ({}),
    layers: async () => [],
    changes: async () => [],
    digest: async (reference) =>
      Object.entries(engine.imagesHeld).find(([, tags]) => tags.includes(reference))?.[0] ?? null,
    pull: async () => {},
    remove: async (kind, reference) => {
      if (engine.inUse.has(reference)) throw new EngineError('conflict', 'it is in use');
      const before = JSON.stringify(held());
      const others = (held: string[]) => held.filter((one) => one !== reference && `id-${one}` !== reference);
      if (kind === 'container') engine.containersHeld = others(engine.containersHeld);
      if (kind === 'volume') engine.volumesHeld = others(engine.volumesHeld);
      if (kind === 'network') engine.networksHeld = others(engine.networksHeld);
      if (kind === 'image') engine.imagesHeld = removeImage(engine.imagesHeld, reference);
      return JSON.stringify(held()) !== before;
    },
    async *events() {},
    waitUntilGone: (signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true })),
  };
  const held = () => [engine.containersHeld, engine.volumesHeld, engine.networksHeld, engine.imagesHeld];
  return engine;
}

function removeImage(images: Record<string, string[]>, reference: string): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(images)
      .filter(([id, tags]) => id !== reference && !(tags.length === 1 && tags[0] === reference))
      .map(([id, tags]) => [id, tags.filter((tag) => tag !== reference)]),
  );
}
