import { afterEach, describe, expect, test } from 'vitest';
import type { EngineView } from '../../diagram/live/engine-view.ts';
import type { EngineChange, EngineContainer, EngineEvent, EngineImage } from '../../engine/engine.ts';
import { LayersFeed } from './feed.ts';
import type { Scope } from './view.ts';

/** An engine in memory that tells its events as a real one does. */
class FakeEngine {
  imageList: EngineImage[] = [makeImage('sha256:u', 'ubuntu:latest')];
  containerList: EngineContainer[] = [];
  sizes: Record<string, number> = {};
  diff: EngineChange[] = [];
  alive = true;
  looks = 0;
  private tell: (event: EngineEvent | null) => void = () => {};

  async images() {
    this.looks++;
    if (!this.alive) throw new Error('gone');
    return this.imageList;
  }
  async containers() {
    return this.containerList;
  }
  async layers(image: string) {
    return [{ digest: `${image}-layer`, size: 70, createdBy: 'ADD' }];
  }
  async writableSize(id: string) {
    return this.sizes[id] ?? 0;
  }
  async changes() {
    return this.diff;
  }
  async isAlive() {
    return this.alive;
  }
  async *events(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.tell(null));
    while (!signal.aborted) {
      const event = await new Promise<EngineEvent | null>((resolve) => {
        this.tell = resolve;
      });
      if (event === null) return;
      yield event;
    }
  }
  say(type: string, action: string) {
    this.tell({ type, action, id: '', attributes: {}, at: 0 });
  }
}

function makeImage(id: string, ...tags: string[]): EngineImage {
  return { id, tags, digests: [], size: 1, created: '' };
}

function makeContainer(name: string, imageId = 'sha256:u'): EngineContainer {
  const other = {
    image: '',
    state: 'running',
    status: '',
    command: '',
    created: '',
    volumes: [],
    networks: [],
    writable: null,
    total: null,
  };
  return { id: `id-${name}`, name, imageId, ...other };
}

let feed: LayersFeed | null = null;
afterEach(() => feed?.close());

/** Starts a feed; the result waits for the next view that it gives. */
function follow(engine: FakeEngine, scope: Partial<Scope> = {}) {
  const views: (EngineView | null)[] = [];
  let wake = () => {};
  feed = new LayersFeed({
    engine,
    scope: { images: ['ubuntu'], containers: [], before: new Set(), ...scope },
    onView: (view) => {
      views.push(view);
      wake();
    },
  });
  return async () => {
    while (views.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return views.shift()!;
  };
}

describe('LayersFeed', () => {
  test('shows at once what is there', async () => {
    const engine = new FakeEngine();
    const next = follow(engine);
    const view = await next();
    expect(view?.stack.images).toEqual([
      { name: 'ubuntu:latest', layers: [{ id: 'sha256:u-layer', made: 'ADD', size: 70 }] },
    ]);
    expect(view?.changes).toEqual([]);
  });

  test('follows an event, and a size that grows with its files', async () => {
    const engine = new FakeEngine();
    const next = follow(engine);
    await next();
    engine.containerList = [makeContainer('one')];
    engine.say('container', 'create');
    expect((await next())?.changes).toEqual([
      { kind: 'container-came', container: 'one', image: 'ubuntu:latest' },
    ]);
    engine.sizes['id-one'] = 52;
    engine.diff = [
      { path: '/root', kind: 'changed' },
      { path: '/root/.bash_history', kind: 'added' },
      { path: '/file.txt', kind: 'added' },
    ];
    expect((await next())?.changes).toEqual([
      {
        kind: 'size',
        image: 'ubuntu:latest',
        container: 'one',
        from: 0,
        to: 52,
        paths: ['/root/.bash_history', '/file.txt'],
      },
    ]);
  });

  test('leaves out what was there before, but not what the lesson names', async () => {
    const engine = new FakeEngine();
    engine.imageList.push(makeImage('sha256:o', 'other:1'), makeImage('sha256:n', 'new:1'));
    engine.containerList = [makeContainer('old'), makeContainer('named')];
    const before = new Set(['sha256:u', 'sha256:o', 'id-old', 'id-named']);
    const view = await follow(engine, { before, containers: ['named'] })();
    expect(view?.stack.images.map(({ name }) => name)).toEqual(['ubuntu:latest', 'new:1']);
    expect(view?.stack.containers.map(({ name }) => name)).toEqual(['named']);
  });

  test('shows the image that a new container stands on, whoever pulled it', async () => {
    const engine = new FakeEngine();
    engine.imageList.push(makeImage('sha256:o', 'other:1'));
    engine.containerList = [makeContainer('new', 'sha256:o')];
    const view = await follow(engine, { before: new Set(['sha256:o']) })();
    expect(view?.stack.containers).toEqual([{ name: 'new', image: 'other:1', size: 0 }]);
  });

  test('says when the engine has gone, once, and looks no more', async () => {
    const engine = new FakeEngine();
    const next = follow(engine);
    await next();
    engine.alive = false;
    engine.say('container', 'die');
    expect(await next()).toBeNull();
    expect(feed?.current).toBeNull();
    const { looks } = engine;
    engine.say('container', 'die');
    await new Promise((resolve) => setImmediate(resolve));
    expect(engine.looks).toBe(looks);
  });

  test('looks no more once closed', async () => {
    const engine = new FakeEngine();
    const next = follow(engine);
    await next();
    feed?.close();
    const { looks } = engine;
    engine.say('container', 'create');
    await new Promise((resolve) => setImmediate(resolve));
    expect(engine.looks).toBe(looks);
  });
});
