import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeEngine, makeFakeEngine } from '../../engine/engine.fixture.ts';
import { DemoEngine } from './demo-engine.ts';
import { Traces } from './traces.ts';

let folder: string;
let engine: FakeEngine;
let server: Server;
let traces: Traces;
let demo: DemoEngine;
/** What the engine does and says when it is asked for something. */
let answer: (url: string) => string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-demo-'));
  const path = join(folder, 'sock');
  engine = Object.assign(makeFakeEngine(), { endpoint: { path } });
  answer = () => '{"Id":"id-net","Name":"data"}';
  server = createServer((request, response) => {
    response.end(answer(request.url ?? ''));
  }).listen(path);
  traces = new Traces(join(folder, 'state'), '/lesson/index.md');
  demo = new DemoEngine(traces);
  demo.setEngine(engine);
});
afterEach(async () => {
  await demo.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const socketOf = (env: NodeJS.ProcessEnv) => (env['DOCKER_HOST'] ?? '').replace('unix://', '');

/** One call as a client in the demo's shell makes it; gives its status. */
function call(path: string, method = 'POST'): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ socketPath: socketOf(demo.environment({})), method, path }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    })
      .on('error', reject)
      .end();
  });
}

describe('the environment of a demo’s shell', () => {
  it('has one socket of ours, whatever the user’s own settings would have', () => {
    const own = {
      ...{
        DOCKER_HOST: 'tcp://far:2376',
        DOCKER_CONTEXT: 'far',
        DOCKER_TLS_VERIFY: '1',
        DOCKER_CERT_PATH: '/c',
      },
      HOME: '/home/teacher',
    };
    const env = demo.environment(own);
    expect(env).toEqual({
      HOME: '/home/teacher',
      DOCKER_HOST: expect.stringMatching(/^unix:.*capas-engine-/),
    });
    expect(demo.environment(own)).toEqual(env);
  });

  it('has it for Podman’s commands where the engine is Podman', () => {
    demo.setEngine({ ...engine, name: 'Podman' });
    const env = demo.environment({});
    expect(env['CONTAINER_HOST']).toBe(env['DOCKER_HOST']);
    demo.setEngine(engine);
    expect(demo.environment({})['CONTAINER_HOST']).toBeUndefined();
  });

  it('is the user’s own on Windows, whose clients know no such sockets', () => {
    const { platform } = process;
    Object.defineProperty(process, 'platform', { value: 'win32' });
    try {
      demo.setEngine({ ...engine, address: 'npipe:////./pipe/docker_engine' });
      expect(demo.environment({})).toEqual({ DOCKER_HOST: 'npipe:////./pipe/docker_engine' });
    } finally {
      Object.defineProperty(process, 'platform', { value: platform });
    }
  });

  it('is the user’s own for an engine that no socket reaches; nothing counts as the demo’s then', async () => {
    const far = { ...engine, endpoint: null, address: 'ssh://far' };
    demo.setEngine(far);
    expect(demo.environment({ DOCKER_CONTEXT: 'far' })).toEqual({ DOCKER_CONTEXT: 'far' });
    engine.containersHeld = ['web'];
    expect((await demo.plan(far)).things).toEqual([]);
  });
});

describe('what the shells make', () => {
  it('is written down, for the engine that they reached', async () => {
    await call('/networks/create');
    demo.setEngine({ ...engine, id: 'other' });
    engine.networksHeld = ['net'];
    expect((await new Traces(join(folder, 'state'), '/lesson/index.md').plan(engine)).things).toMatchObject([
      { kind: 'networks', name: 'net' },
    ]);
    expect(traces.owned({ id: 'other' }).networks.size).toBe(0);
  });

  it('is refused, not lost, while no engine answers; the same shells reach it when it comes', async () => {
    demo.setEngine(null);
    expect(await call('/networks/create')).toBe(502);
    demo.setEngine(engine);
    expect(await call('/networks/create')).toBe(200);
    expect([...traces.owned(engine).networks]).toEqual(['id-net']);
  });
});

describe('a volume that the demo made', () => {
  const data = (created: string) => new Map([['data', created]]);
  let tell: (id: string) => Promise<void>;
  beforeEach(async () => {
    let wake = () => {};
    const told: string[] = [];
    tell = async (id) => {
      told.push(id);
      wake();
      await new Promise(setImmediate);
    };
    engine.events = async function* (signal, onOpen) {
      onOpen?.();
      while (!signal.aborted) {
        for (const id of told.splice(0))
          yield { type: 'volume', action: 'destroy', id, attributes: {}, at: 0 };
        await new Promise<void>((resolve) => {
          wake = resolve;
          signal.addEventListener('abort', () => resolve());
        });
      }
    };
    answer = (url) => {
      if (url.endsWith('/create')) engine.volumesHeld = ['data'];
      return '{"Name":"data"}';
    };
    await call('/volumes/create');
  });

  it('is known by its time of now, though that has changed, on another day too', async () => {
    expect(traces.owned(engine).volumes).toEqual(data('then'));
    engine.volumesCreated['data'] = 'later';
    expect((await demo.plan(engine)).things).toMatchObject([{ name: 'data', doubt: null }]);
    expect(traces.owned(engine).volumes).toEqual(data('later'));
    engine.volumesCreated['data'] = '';
    await demo.settle();
    expect(traces.owned(engine).volumes).toEqual(data('later'));
    engine.volumesCreated['data'] = 'last';
    engine.volumesCreated['other'] = 'last';
    engine.volumesHeld.push('other');
    await demo.close();
    expect(traces.owned(engine).volumes).toEqual(data('last'));
  });

  it('is written down once for each time', async () => {
    const record = vi.spyOn(traces, 'record');
    await demo.noteVolumes();
    expect(record.mock.calls.flatMap(([, facts]) => facts)).toEqual([]);
  });

  it('is its no more once somebody else removed it', async () => {
    await tell('data');
    expect((await demo.plan(engine)).things).toEqual([]);
    expect(traces.owned(engine).volumes).toEqual(new Map());
  });

  it('is its again when it made it anew itself', async () => {
    await call('/volumes/data', 'DELETE');
    expect(traces.owned(engine).volumes).toEqual(new Map());
    engine.volumesHeld = [];
    await call('/volumes/create');
    await tell('data');
    engine.volumesCreated['data'] = 'later';
    expect((await demo.plan(engine)).things).toMatchObject([{ name: 'data', doubt: null }]);
  });

  it('is not followed any more once it is removed, or on another engine', async () => {
    const { things } = await demo.plan(engine);
    expect((await demo.remove(engine, things)).removed).toEqual(things);
    const list = vi.spyOn(engine, 'volumes');
    await demo.noteVolumes();
    expect(list).not.toHaveBeenCalled();
  });

  it('is in doubt when another engine was asked meanwhile', async () => {
    demo.setEngine({ ...engine, id: 'other' });
    demo.setEngine(engine);
    engine.volumesCreated['data'] = 'later';
    expect((await demo.plan(engine)).things).toMatchObject([{ doubt: { why: 'changed' } }]);
  });

  it('stays followed while the same engine is found again, and when its list can’t be had', async () => {
    demo.setEngine(engine);
    const { volumes } = engine;
    engine.volumes = () => Promise.reject(new Error('no answer within 5 s'));
    await demo.noteVolumes();
    engine.volumes = volumes;
    engine.volumesCreated['data'] = 'later';
    expect((await demo.plan(engine)).things).toMatchObject([{ doubt: null }]);
  });
});

describe('a name of an image that moves on', () => {
  const [first, second] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`];
  const move = (id: string) => {
    answer = () => {
      engine.imagesHeld = { [id]: ['app:1'] };
      return '';
    };
    return call('/images/x/tag?repo=app&tag=1');
  };
  const owned = () => traces.owned(engine).images.map(({ reference, id }) => [reference, id]);

  it('is the demo’s where the demo gave it', async () => {
    await move(first);
    await move(second);
    expect(owned()).toEqual([
      ['app:1', first],
      ['app:1', second],
    ]);
  });

  it('is not where the demo gave it on another engine, which is asked by now', async () => {
    const other = { ...engine, id: 'other' };
    traces.record(other, [
      { what: 'made', thing: { kind: 'image', reference: 'app:1', id: first, sure: true } },
    ]);
    engine.imagesHeld = { [first]: ['app:1'] };
    answer = () => {
      demo.setEngine(other);
      engine.imagesHeld = { [second]: ['app:1'] };
      return '';
    };
    await call('/images/x/tag?repo=app&tag=1');
    expect(owned()).toEqual([]);
  });

  it.each([
    ['nobody knows who gave it', []],
    ['it is in doubt who gave it', [{ reference: 'app:1', id: first, sure: false }]],
    ['the demo gave it to another image', [{ reference: 'app:1', id: 'sha256:x', sure: true }]],
    ['the demo gave the image another name', [{ reference: 'app:2', id: first, sure: true }]],
  ])('is not where %s', async (_, known) => {
    traces.record(
      engine,
      known.map((one) => ({ what: 'made', thing: { kind: 'image', ...one } })),
    );
    engine.imagesHeld = { [first]: ['app:1'] };
    await move(second);
    expect(owned()).toEqual(known.map(({ reference, id }) => [reference, id]));
  });
});

it('its socket goes when it is closed', async () => {
  const path = socketOf(demo.environment({}));
  await call('/_ping', 'GET');
  expect(existsSync(path)).toBe(true);
  await demo.close();
  expect(existsSync(path)).toBe(false);
});
