import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeEngine, makeFakeEngine } from '../engine/engine.fixture.ts';
import { DemoEngine } from './demo-engine.ts';
import { Traces } from './traces.ts';

let folder: string;
let engine: FakeEngine;
let server: Server;
let traces: Traces;
let demo: DemoEngine;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-demo-'));
  const path = join(folder, 'sock');
  engine = Object.assign(makeFakeEngine(), { endpoint: { path } });
  server = createServer((_, response) => response.end('{"Id":"id-net","Name":"data"}')).listen(path);
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

it('its socket goes when it is closed', async () => {
  const path = socketOf(demo.environment({}));
  await call('/_ping', 'GET');
  expect(existsSync(path)).toBe(true);
  await demo.close();
  expect(existsSync(path)).toBe(false);
});
