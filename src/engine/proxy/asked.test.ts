import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProxyRoom } from './proxy.fixture.ts';

let room: ProxyRoom;
beforeEach(() => {
  room = new ProxyRoom();
});
afterEach(() => room.close());

const ID = JSON.stringify({ Id: 'c'.repeat(64), Name: 'data' });

describe('a call that makes something', () => {
  it.each([
    ['/v1.41/containers/create?name=web', ['container', 'volume']],
    ['/libpod/containers/create', ['container', 'volume']],
    ['/networks/create', ['network']],
    ['/volumes/create', ['volume']],
  ])('%s is noted before the engine hears of it, and known once that has answered', async (path, kinds) => {
    let noted: unknown[] = [];
    room.answer = (_, response) => {
      noted = structuredClone(room.asked);
      response.end(ID);
    };
    await room.ask('POST', path, '{}');
    expect(noted).toEqual([{ kinds, isKnown: false }]);
    await expect.poll(() => room.asked).toEqual([{ kinds, isKnown: true }]);
  });

  it('is noted once no look at what was there before is under way any more', async () => {
    const { volumes } = room.engine;
    room.engine.volumes = () => {
      expect(room.asked).toEqual([]);
      return volumes();
    };
    await room.ask('POST', '/volumes/create', '{}');
    expect(room.asked).toHaveLength(1);
  });

  it('is known when the engine refuses', async () => {
    room.answer = (_, response) => {
      response.statusCode = 409;
      response.end('{"message":"taken"}');
    };
    await room.ask('POST', '/containers/create', '{}');
    await expect.poll(() => room.asked).toMatchObject([{ isKnown: true }]);
  });

  it('is known when nobody was there to hear it', async () => {
    await room.loseEngine();
    room.engine.volumes = async () => [];
    expect((await room.ask('POST', '/volumes/create', '{}')).status).toBe(502);
    await expect.poll(() => room.asked).toMatchObject([{ isKnown: true }]);
  });

  it('is known though its client did not wait', async () => {
    let answer = () => {};
    const began = new Promise<void>((resolve) => {
      room.answer = (_, response) => {
        answer = () => response.end(ID);
        resolve();
      };
    });
    const asked = request({ socketPath: room.path, method: 'POST', path: '/networks/create' }).end('{}');
    asked.on('error', () => {});
    await began;
    asked.destroy();
    answer();
    await expect.poll(() => room.asked).toMatchObject([{ isKnown: true }]);
  });

  it('is not known when the engine goes away before it answers', async () => {
    const began = new Promise<void>((resolve) => {
      room.answer = () => resolve();
    });
    const asked = room.ask('POST', '/networks/create', '{}');
    await began;
    await room.loseEngine();
    expect((await asked).status).toBe(502);
    await room.proxy.settle();
    expect(room.asked).toMatchObject([{ isKnown: false }]);
  });

  it('is not known when its answer is cut off', async () => {
    room.answer = (_, response) => {
      response.writeHead(201, { 'Content-Length': '100' });
      response.write('{"Id":', () => response.destroy());
    };
    await expect(room.ask('POST', '/networks/create', '{}')).rejects.toThrow();
    await room.proxy.settle();
    expect(room.asked).toMatchObject([{ isKnown: false }]);
  });

  it('is not known when the demo ends before the engine answers', async () => {
    const began = new Promise<void>((resolve) => {
      room.answer = () => resolve();
    });
    const asked = room.ask('POST', '/networks/create', '{}').catch(() => {});
    await began;
    await room.proxy.close();
    await asked;
    expect(room.asked).toMatchObject([{ isKnown: false }]);
  });

  it('is not known when it could not be seen what was there before', async () => {
    room.engine.volumes = () => Promise.reject(new Error('no answer within 5 s'));
    room.answer = (_, response) => response.end(ID);
    expect((await room.ask('POST', '/volumes/create', '{}')).body).toBe(ID);
    await room.proxy.settle();
    expect([room.asked, room.kept]).toMatchObject([[{ isKnown: false }], []]);
  });
});

it.each([
  ['POST', '/containers/web/start'],
  ['DELETE', '/volumes/data'],
  ['POST', '/build'],
  ['GET', '/containers/json'],
])('%s %s makes nothing at once, and is not noted', async (method, path) => {
  await room.ask(method, path);
  expect(room.asked).toEqual([]);
});
