import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DockerEngine } from './docker-engine.ts';

type Answer = unknown | ((response: ServerResponse) => void);

let folder: string;
let server: Server;
let asked: string[];
/** What the engine answers, by `METHOD /path`; an object is JSON, a number a status without words. */
let answers: Record<string, Answer>;

// The client takes long to load: no test shall wait for that.
beforeAll(() => import('dockerode'), 60_000);
beforeEach(async () => {
  asked = [];
  answers = {
    'GET /version': { Version: '28.1.1', Components: [{ Name: 'Engine' }] },
    'GET /info': { ID: 'the-id', Labels: null },
    'GET /_ping': {},
  };
  folder = mkdtempSync(join(tmpdir(), 'capas-engine-'));
  server = createServer(respond);
  await new Promise<void>((resolve) => server.listen(join(folder, 'sock'), resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function respond(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://engine');
  asked.push(`${request.method} ${url.pathname}${url.search}`);
  const answer = answers[`${request.method} ${url.pathname}`];
  if (typeof answer === 'function') answer(response);
  else if (typeof answer === 'number') response.writeHead(answer).end('{"message":"said so"}');
  else if (answer === undefined) response.writeHead(404).end('{"message":"No such thing"}');
  else response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
}

const connect = () =>
  DockerEngine.connect({ host: `unix://${folder}/sock`, from: 'DOCKER_HOST', tls: null }, {});

describe('an engine', () => {
  it('tells who it is', async () => {
    const engine = await connect();
    expect(engine).toMatchObject({ id: 'the-id', name: 'Docker', version: '28.1.1', standIn: false });
    expect(engine.address).toBe(`unix://${folder}/sock`);
    expect(await engine.isAlive()).toBe(true);
  });

  it.each([
    [{ Components: [{ Name: 'Podman Engine' }], Version: '5' }, { ID: 'x' }, { name: 'Podman' }],
    [{ Version: '1' }, { Labels: ['other=1', 'capas.lab=1'] }, { name: 'Docker', standIn: true }],
    [{ Version: '1' }, { ID: 'x', Labels: ['capas.lab=0'] }, { id: 'x', standIn: false }],
  ])('is known by what it says: %j %j', async (version, info, expected) => {
    Object.assign(answers, { 'GET /version': version, 'GET /info': info });
    expect(await connect()).toMatchObject(expected);
  });

  it('is known by its address where its id is another one each time, or none', async () => {
    answers['GET /info'] = {};
    expect((await connect()).id).toBe(`unix://${folder}/sock`);
    answers['GET /info'] = { ID: 'new each time' };
    answers['GET /version'] = { Version: '5', Components: [{ Name: 'Podman Engine' }] };
    expect((await connect()).id).toBe(`unix://${folder}/sock`);
  });

  it('is not alive when it does not answer', async () => {
    const engine = await connect();
    answers['GET /_ping'] = 500;
    expect(await engine.isAlive()).toBe(false);
  });
});

describe('what it holds', () => {
  it('images, without the names and digests that are none', async () => {
    answers['GET /images/json'] = [
      { Id: 'a', RepoTags: ['u:1', '<none>:<none>'], RepoDigests: ['u@x', '<none>@y'], Size: 7, Created: 0 },
      { Id: 'b', RepoTags: null, RepoDigests: null, Size: 8, Created: 1 },
    ];
    expect(await (await connect()).images()).toEqual([
      { id: 'a', tags: ['u:1'], digests: ['u@x'], size: 7, created: '1970-01-01T00:00:00.000Z' },
      { id: 'b', tags: [], digests: [], size: 8, created: '1970-01-01T00:00:01.000Z' },
    ]);
  });

  it('containers, also those that have ended, with sizes where they are asked for', async () => {
    const facts = { Image: 'u', ImageID: 'i', State: 'exited', Status: 'Exited', Command: 'sh', Created: 0 };
    answers['GET /containers/json'] = [
      {
        ...{ ...facts, Id: 'a', Names: ['/web/x'], SizeRw: 5, SizeRootFs: 9 },
        Mounts: [{ Type: 'volume', Name: 'data' }, { Type: 'bind' }, { Type: 'volume' }],
        NetworkSettings: { Networks: { bridge: { NetworkID: 'n' }, own: { NetworkID: '' } } },
      },
      { ...facts, Id: 'b', Names: [] },
    ];
    const engine = await connect();
    const [a, b] = await engine.containers({ size: true });
    expect(a).toEqual({
      ...{
        id: 'a',
        name: 'web/x',
        image: 'u',
        imageId: 'i',
        state: 'exited',
        status: 'Exited',
        command: 'sh',
      },
      ...{ created: '1970-01-01T00:00:00.000Z', writable: 5, total: 9 },
      ...{ volumes: ['data'], networks: ['n', 'own'] },
    });
    expect(b).toMatchObject({ name: '', writable: 0, total: 0 });
    expect(asked.at(-1)).toBe('GET /containers/json?all=true&size=true');
    expect((await engine.containers())[0]).toMatchObject({ writable: null, total: null });
    expect(asked.at(-1)).toContain('all=true');
    expect(asked.at(-1)).not.toContain('size=true');
  });

  it.each([
    [{ SizeRw: 5 }, 5],
    [{ SizeRw: 0 }, 0],
    [{ SizeRw: -1 }, null],
    [{}, null],
  ])('the size of a container’s own layer: %j', async (facts, size) => {
    answers['GET /containers/web/json'] = facts;
    expect(await (await connect()).writableSize('web')).toBe(size);
    expect(asked.at(-1)).toContain('size=true');
  });

  it('volumes and networks', async () => {
    answers['GET /volumes'] = { Volumes: [{ Name: 'data', CreatedAt: 'then' }, { Name: 'old' }] };
    answers['GET /networks'] = [
      { Id: 'n', Name: 'bridge', Driver: 'bridge', Created: 'then' },
      { Id: 'o', Name: 'old' },
    ];
    const engine = await connect();
    expect(await engine.volumes()).toEqual([
      { name: 'data', created: 'then' },
      { name: 'old', created: '' },
    ]);
    expect(await engine.networks()).toEqual([
      { id: 'n', name: 'bridge', created: 'then' },
      { id: 'o', name: 'old', created: '' },
    ]);
    answers['GET /volumes'] = { Volumes: null };
    expect(await engine.volumes()).toEqual([]);
  });

  it('the facts of one thing', async () => {
    answers['GET /images/u/json'] = { Id: 'image' };
    answers['GET /containers/u/json'] = { Id: 'container' };
    const engine = await connect();
    expect(await engine.inspect('image', 'u')).toEqual({ Id: 'image' });
    expect(await engine.inspect('container', 'u')).toEqual({ Id: 'container' });
    await expect(engine.inspect('image', 'none')).rejects.toMatchObject({
      ...{ code: 'not-found', message: 'No such thing' },
    });
  });

  it('the layers of an image', async () => {
    answers['GET /images/u/json'] = { RootFS: { Layers: ['sha256:a'] } };
    answers['GET /images/u/history'] = [{ CreatedBy: 'ADD x', Size: 7 }];
    const engine = await connect();
    expect(await engine.layers('u')).toEqual([{ digest: 'sha256:a', size: 7, createdBy: 'ADD x' }]);
    answers['GET /images/u/json'] = { RootFS: {} };
    expect(await engine.layers('u')).toEqual([]);
  });

  it('what a container changed', async () => {
    answers['GET /containers/web/changes'] = [0, 1, 2, 9].map((Kind) => ({ Path: `/${Kind}`, Kind }));
    const engine = await connect();
    expect((await engine.changes('web')).map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      ...['/0 changed', '/1 added', '/2 deleted', '/9 changed'],
    ]);
    answers['GET /containers/web/changes'] = null;
    expect(await engine.changes('web')).toEqual([]);
  });

  it.each([
    [{ RepoDigests: ['u@sha256:d'], Id: 'i' }, 'sha256:d'],
    [{ RepoDigests: [], Id: 'i' }, 'i'],
    [{ Id: 'i' }, 'i'],
    [undefined, null],
  ])('the digest of an image: %j', async (facts, digest) => {
    answers['GET /images/u/json'] = facts;
    expect(await (await connect()).digest('u')).toBe(digest);
  });

  it('no digest, but an error, when it can’t tell', async () => {
    answers['GET /images/u/json'] = 500;
    await expect((await connect()).digest('u')).rejects.toMatchObject({ code: 'failed', message: 'said so' });
  });
});

describe('a removal', () => {
  it.each([
    ['container', 'DELETE /containers/x', '?force=true', 204],
    ['image', 'DELETE /images/x', '', []],
    ['volume', 'DELETE /volumes/x', '', 204],
    ['network', 'DELETE /networks/x', '', 204],
  ] as const)('of a %s asks for just that', async (kind, request, options, done) => {
    answers[request] = done;
    const engine = await connect();
    expect(await engine.remove(kind, 'x')).toBe(true);
    expect(asked.at(-1)).toBe(`${request}${options}`);
    answers[request] = 404;
    expect(await engine.remove(kind, 'x')).toBe(false);
    answers[request] = 409;
    await expect(engine.remove(kind, 'x')).rejects.toMatchObject({ code: 'conflict', message: 'said so' });
  });
});

describe('a pull', () => {
  const report =
    (...lines: object[]) =>
    (response: ServerResponse) =>
      response.end(lines.map((line) => `${JSON.stringify(line)}\r\n`).join(''));

  it.each([
    ['ubuntu', 'fromImage=ubuntu&tag=latest'],
    ['ubuntu:22.04', 'fromImage=ubuntu&tag=22.04'],
    ['registry:5000/ubuntu', 'fromImage=registry%3A5000%2Fubuntu&tag=latest'],
  ])('of %s names one tag', async (reference, query) => {
    answers['POST /images/create'] = report({ status: 'Already exists', id: 'a' });
    const seen: string[] = [];
    await (await connect()).pull(reference, ({ status }) => seen.push(status));
    expect(asked.at(-1)).toMatch(new RegExp(`^POST /images/create\\?.*${query}$`));
    expect(seen).toEqual(['Already exists']);
  });

  it('of a digest names no tag', async () => {
    answers['POST /images/create'] = report({ status: 'x' });
    await (await connect()).pull('ubuntu@sha256:ab');
    expect(asked.at(-1)).not.toContain('latest');
  });

  it('fails with the registry’s words', async () => {
    const engine = await connect();
    answers['POST /images/create'] = report({ error: 'manifest unknown' });
    await expect(engine.pull('x')).rejects.toMatchObject({ code: 'failed', message: 'manifest unknown' });
    answers['POST /images/create'] = 404;
    await expect(engine.pull('x')).rejects.toMatchObject({
      ...{ code: 'not-found', message: expect.stringContaining('said so') },
    });
  });

  it('can be stopped', async () => {
    answers['POST /images/create'] = (response: ServerResponse) =>
      response.write('{"status":"Downloading","id":"a"}\n');
    const stop = new AbortController();
    const pulling = (await connect()).pull('x', () => stop.abort(), stop.signal);
    await expect(pulling).rejects.toMatchObject({ code: 'aborted', message: 'stopped pulling x' });
  });
});

describe('an engine that goes away', () => {
  const event = '{"Type":"image","Action":"pull","time":1}\n';

  it('ends its events, of which each is told', async () => {
    answers['GET /events'] = (response: ServerResponse) => response.end(event);
    const engine = await connect();
    const seen: string[] = [];
    const read = async () => {
      for await (const { type, action } of engine.events(new AbortController().signal))
        seen.push(`${type} ${action}`);
    };
    await expect(read()).rejects.toMatchObject({ code: 'unreachable' });
    expect(seen).toEqual(['image pull']);
  });

  it('is noticed by the end of its events', async () => {
    answers['GET /events'] = (response: ServerResponse) => response.end(event);
    const gone = await (await connect()).waitUntilGone(new AbortController().signal);
    expect(gone).toBe('the engine went away');
  });

  it('is noticed by its silence while its events stay open', async () => {
    answers['GET /events'] = (response: ServerResponse) => response.write(event);
    const engine = await connect();
    const gone = engine.waitUntilGone(new AbortController().signal);
    await expect.poll(() => asked.some((one) => one.includes('/_ping'))).toBe(true);
    answers['GET /_ping'] = 500;
    expect(await gone).toBe('the engine does not answer');
  });

  it('is not gone when nobody wants to know any more', async () => {
    answers['GET /events'] = (response: ServerResponse) => response.write(event);
    const stop = new AbortController();
    const gone = (await connect()).waitUntilGone(stop.signal);
    await expect.poll(() => asked.some((one) => one.includes('/events'))).toBe(true);
    stop.abort();
    expect(await gone).toBeNull();
  });
});
