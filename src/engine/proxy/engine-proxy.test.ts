import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EngineProxy } from './engine-proxy.ts';
import { ProxyRoom, readToEnd } from './proxy.fixture.ts';

let room: ProxyRoom;
beforeEach(() => {
  room = new ProxyRoom();
});
afterEach(() => room.close());

describe('the socket', () => {
  it('is for this user alone, and goes with the proxy', async () => {
    await room.ask('GET', '/_ping');
    expect(statSync(room.path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(room.path)).mode & 0o777).toBe(0o700);
    await room.proxy.close();
    expect(existsSync(dirname(room.path))).toBe(false);
  });
});

it.each([
  [64, 'where temporary files are'],
  [65, 'below /tmp'],
])('the socket’s folder, where the temporary one’s name has %d bytes, is %s', async (length, _) => {
  const { TMPDIR } = process.env;
  const base = mkdtempSync('/tmp/capas-');
  const long = join(base, 'ñ'.repeat(8)).padEnd(length - 8, 'x');
  mkdirSync(long);
  process.env['TMPDIR'] = long;
  const proxy = new EngineProxy({
    engine: () => null,
    known: () => room.known,
    keep: () => {},
    ask: () => () => {},
    ready: async () => {},
  });
  if (TMPDIR === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = TMPDIR;
  expect(proxy.host).toMatch(`unix://${length > 64 ? '/tmp' : long}/capas-engine-`);
  await proxy.close();
  rmSync(base, { recursive: true });
});

describe('what passes through', () => {
  it('is method, target, headers and body, and the answer’s as they are', async () => {
    let seen: { method?: string; url?: string; rawHeaders: string[]; body: string } | null = null;
    room.answer = async (asked, response) => {
      const body = await readAll(asked);
      seen = { method: asked.method!, url: asked.url!, rawHeaders: asked.rawHeaders, body };
      response.sendDate = false;
      response.writeHead(418, 'Odd', ['X-One', '1', 'X-One', '2', 'Api-Version', '1.41']);
      response.end('ñ');
    };
    const answer = await new Promise<IncomingMessage>((resolve) => {
      const headers = [
        'Host',
        'docker',
        'X-Registry-Auth',
        'a'.repeat(100_000),
        'Transfer-Encoding',
        'chunked',
      ];
      const asked = request({ socketPath: room.path, method: 'PUT', path: '/v1.41/x%2Fy?a=b%20c', headers });
      asked.on('response', resolve);
      asked.write('first ');
      asked.end('second');
    });
    expect(seen).toMatchObject({ method: 'PUT', url: '/v1.41/x%2Fy?a=b%20c', body: 'first second' });
    expect(seen!.rawHeaders).toEqual(expect.arrayContaining(['X-Registry-Auth', 'a'.repeat(100_000)]));
    expect(answer).toMatchObject({ statusCode: 418, statusMessage: 'Odd' });
    expect(answer.rawHeaders.slice(0, 6)).toEqual(['X-One', '1', 'X-One', '2', 'Api-Version', '1.41']);
    expect(answer.headers.date).toBeUndefined();
    expect(await readAll(answer)).toBe('ñ');
  });

  it('is the head of an answer before its body comes, as `docker wait` needs it', async () => {
    let finish = () => {};
    room.answer = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.flushHeaders();
      finish = () => response.end('{"StatusCode":0}');
    };
    const asked = request({ socketPath: room.path, method: 'POST', path: '/containers/a/wait' }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(200);
    finish();
    expect(await readAll(answer)).toBe('{"StatusCode":0}');
  });

  it('is a request without a body as one without', async () => {
    let headers: IncomingMessage['headers'] = {};
    room.answer = (asked, response) => {
      headers = asked.headers;
      response.end();
    };
    const socket = room.connect();
    socket.write('POST /containers/a/start HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await readToEnd(socket);
    socket.end();
    expect(headers['transfer-encoding']).toBeUndefined();
    expect(headers['content-length']).toBe('0');
  });

  it('is a client’s going away: the engine’s answer is not waited for', async () => {
    let gone: Promise<unknown> = Promise.resolve();
    const began = new Promise<void>((resolve) => {
      room.answer = (_, response) => {
        gone = once(response, 'close');
        response.writeHead(200);
        response.write('line\n');
        resolve();
      };
    });
    const asked = request({ socketPath: room.path, path: '/containers/a/logs?follow=1' }).end();
    asked.on('error', () => {});
    await began;
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.on('error', () => {});
    asked.destroy();
    await gone;
  });
});

describe('an engine that is gone', () => {
  it('is told to the client in words that it shows, and the proxy lives', async () => {
    await room.loseEngine();
    const answer = await room.ask('GET', '/containers/json');
    expect(answer.status).toBe(502);
    expect(JSON.parse(answer.body).message).toContain('does not answer');
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json', connection: 'close' });
    expect((await room.ask('POST', '/containers/create', '{}')).status).toBe(502);
    expect(room.kept).toEqual([]);
  });

  it('or can’t be reached by a socket is told as well', async () => {
    Object.assign(room.engine, { endpoint: null });
    const answer = await room.ask('POST', '/containers/create', '{}');
    expect([answer.status, JSON.parse(answer.body).message]).toEqual([
      502,
      expect.stringContaining('that the demo could reach'),
    ]);
  });

  it('cuts an answer off that had begun, so that nobody takes it for whole', async () => {
    const began = new Promise<void>((resolve) => {
      room.answer = (_, response) => {
        response.writeHead(200, { 'Content-Length': '100' });
        response.write('{"Id":', () => resolve());
      };
    });
    const cut = expect(room.ask('GET', '/images/json')).rejects.toThrow();
    await began;
    await room.loseEngine();
    await cut;
    expect((await room.ask('GET', '/_ping')).status).toBe(502);
  });

  it('does not hold up the end when it hangs, and no call to it stays open', async () => {
    let engineSide: IncomingMessage['socket'] | null = null;
    const began = new Promise<void>((resolve) => {
      room.answer = (asked) => {
        engineSide = asked.socket;
        resolve();
      };
    });
    const asked = room.ask('POST', '/networks/create', '{}').catch(() => 'cut off');
    await began;
    await room.proxy.close();
    expect(await asked).toBe('cut off');
    await expect.poll(() => engineSide?.destroyed).toBe(true);
  });

  it.each([
    ['GET', '/_ping'],
    ['POST', '/networks/create'],
    ['POST', '/build'],
  ])('or talks nonsense ends the call that asked, %s %s, and nothing else', async (method, path) => {
    const { endpoint } = room.engine;
    const nonsense = createServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n'));
    });
    Object.assign(room.engine, { endpoint: { path: `${room.path}-odd` } });
    nonsense.listen(`${room.path}-odd`);
    await once(nonsense, 'listening');
    await expect(room.ask(method, path)).rejects.toThrow();
    nonsense.close();
    Object.assign(room.engine, { endpoint });
    expect((await room.ask('GET', '/_ping')).status).toBe(200);
  });

  it('ends a connection that would leave HTTP', async () => {
    await room.loseEngine();
    const socket = room.connect();
    socket.write('POST /exec/a/start HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
    expect(await readToEnd(socket)).toMatch(/^HTTP\/1\.1 502 /);
    socket.end();
  });
});

async function readAll(stream: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += chunk;
  return text;
}
