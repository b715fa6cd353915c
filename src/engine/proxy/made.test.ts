import { once } from 'node:events';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from './facts.ts';
import { ProxyRoom } from './proxy.fixture.ts';

let room: ProxyRoom;
beforeEach(() => {
  room = new ProxyRoom();
});
afterEach(() => room.close());

describe('what a call made', () => {
  const ID = 'c'.repeat(64);

  it('is kept before the client hears of it', async () => {
    room.answer = (_, response) => response.end(JSON.stringify({ Id: ID }));
    const asked = request({ socketPath: room.path, method: 'POST', path: '/v1.41/networks/create' });
    asked.end('{}');
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(room.kept).toEqual([{ what: 'made', thing: { kind: 'network', id: ID } }]);
    expect(await readAll(answer)).toBe(JSON.stringify({ Id: ID }));
  });

  it('is kept before the client sees its answer, however long the engine takes to tell of it', async () => {
    let tell: (() => void) | null = null;
    const held: { name: string; created: string }[] = [];
    room.engine.volumes = async () => [...held];
    room.answer = (_, response) => {
      held.push({ name: 'data', created: 'then' });
      room.engine.volumes = () =>
        new Promise((resolve) => {
          tell = () => resolve(held);
        });
      response.end('{"Name":"data"}');
    };
    await expectHeld('/volumes/create', () => tell);
  });

  it('is kept for a client that did not wait for the answer', async () => {
    let answer = () => {};
    const began = new Promise<void>((resolve) => {
      room.answer = (_, response) => {
        answer = () => response.end(JSON.stringify({ Id: ID }));
        resolve();
      };
    });
    const asked = request({ socketPath: room.path, method: 'POST', path: '/networks/create' });
    asked.on('error', () => {});
    asked.end('{}');
    await began;
    asked.destroy();
    const settled = room.proxy.settle();
    answer();
    await settled;
    expect(room.kept).toEqual([{ what: 'made', thing: { kind: 'network', id: ID } }]);
  });

  it('is nothing where the engine refuses', async () => {
    room.answer = (_, response) => {
      response.statusCode = 409;
      response.end(JSON.stringify({ Id: ID, message: 'taken' }));
    };
    expect((await room.ask('POST', '/networks/create', '{}')).body).toContain('taken');
    expect(room.kept).toEqual([]);
  });

  it.each([1, 3, 17, 4096])('in a stream is read where it is cut after %d bytes', async (size) => {
    const id = `sha256:${'a'.repeat(64)}`;
    const text = `{"stream":"ñandú\\n"}\r\n{"aux":{"ID":"${id}"}}\r\nnot JSON\r\n{"stream":"end"}`;
    const bytes = Buffer.from(text);
    room.answer = async (_, response) => {
      for (let at = 0; at < bytes.length; at += size) {
        response.write(bytes.subarray(at, at + size));
        await new Promise(setImmediate);
      }
      room.engine.imagesHeld = { [id]: ['app:latest'] };
      response.end();
    };
    expect((await room.ask('POST', '/build?t=app')).body).toBe(text);
    expect(room.kept).toEqual([
      { what: 'made', thing: { kind: 'image', reference: id, id, sure: true } },
      { what: 'made', thing: { kind: 'image', reference: 'app:latest', id, sure: true } },
    ]);
  });

  it('in a stream is read by lines of up to a million characters; a longer one is passed on', async () => {
    const [one, other] = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`];
    const line = (id: string, length: number) => `{"aux":{"ID":"${id}"}}`.padEnd(length);
    const text = `${line(one, 1024 * 1024 + 1)}\n${line(other, 1024 * 1024)}\n${line(one, 1024 * 1024 + 1)}`;
    room.answer = (_, response) => response.end(text);
    expect((await room.ask('POST', '/build')).body === text).toBe(true);
    expect(room.kept).toEqual([
      { what: 'made', thing: { kind: 'image', reference: other, id: other, sure: true } },
    ]);
  });

  it('in an answer is read up to 16 MiB; a longer one does not reach the client', {
    timeout: 30_000,
  }, async () => {
    const answer = (length: number) => {
      room.answer = (_, response) => response.end(JSON.stringify({ Id: ID }).padEnd(length));
    };
    answer(16 * 1024 * 1024);
    expect((await room.ask('POST', '/networks/create')).body).toHaveLength(16 * 1024 * 1024);
    expect(room.kept.splice(0)).toHaveLength(1);
    answer(16 * 1024 * 1024 + 1);
    await expect(room.ask('POST', '/networks/create')).rejects.toThrow();
    expect(room.kept).toEqual([]);
  });

  it.each([
    ['of a known length', (response: ServerResponse) => response.end('{"stream":"done"}\n')],
    ['in pieces', (response: ServerResponse) => response.write('{"stream":"done"}\n', () => response.end())],
  ])('in a stream %s is kept before the client sees its end', async (_, answer) => {
    const id = `sha256:${'a'.repeat(64)}`;
    let tell: (() => void) | null = null;
    room.answer = (_, response) => {
      room.engine.imagesHeld = { [id]: ['app:latest'] };
      const { images } = room.engine;
      room.engine.images = () =>
        new Promise((resolve) => {
          tell = () => resolve(images());
        });
      answer(response);
    };
    await expectHeld('/build?t=app', () => tell);
  });

  it.each([
    ['a build that failed', '/build?t=app', '{"errorDetail":{"message":"no"},"error":"no"}', 'app:latest'],
    ['a pull that failed', '/images/create?fromImage=app&tag=1', '{"error":"no network"}', 'app:1'],
    [
      'a pull with nothing to do',
      '/images/create?fromImage=app&tag=1',
      '{"status":"Status: Image is up to date for app:1"}',
      'app:1',
    ],
  ])('in %s is not what others made under the name meanwhile', async (_, path, line, theirs) => {
    room.answer = (_, response) => {
      room.engine.imagesHeld = { [`sha256:${'b'.repeat(64)}`]: [theirs] };
      response.end(`${line}\n`);
    };
    expect((await room.ask('POST', path)).body).toBe(`${line}\n`);
    expect(room.kept).toEqual([]);
  });

  it.each([
    ['that fails', '{"errorDetail":{"code":1,"message":"no"}}'],
    ['that ends well and tells of another image', `{"aux":{"ID":"sha256:${'a'.repeat(64)}"}}`],
  ])('in a build %s is not surely what others made under the name meanwhile', async (_, line) => {
    const theirs = `sha256:${'b'.repeat(64)}`;
    room.answer = (_, response) => {
      room.engine.imagesHeld = { [theirs]: ['app:latest'] };
      response.end(`${line}\n`);
    };
    await room.ask('POST', '/build?t=app');
    expect(room.kept.filter((fact) => JSON.stringify(fact).includes(theirs))).toEqual(
      line.includes('error') ? [] : [doubtful('app:latest', theirs)],
    );
  });

  it.each([
    ['a build', '/build?t=app:1'],
    ['a pull', '/images/create?fromImage=app&tag=1'],
    ['a pull of Podman', '/libpod/images/pull?reference=app:1'],
    ['an import', '/images/create?fromSrc=-&repo=app&tag=1'],
  ])('in %s that is cut off is in doubt: others may have made it meanwhile', async (_, path) => {
    const theirs = `sha256:${'b'.repeat(64)}`;
    const answer = (end: (response: ServerResponse) => void) => {
      room.engine.imagesHeld = {};
      room.answer = (_, response) => {
        room.engine.imagesHeld = { [theirs]: ['app:1'] };
        response.write('{"status":"Downloading"}\n', () => end(response));
      };
    };
    // By the engine, then by the client.
    answer((response) => response.destroy());
    await expect(room.ask('POST', path)).rejects.toThrow();
    await room.proxy.settle();
    expect(room.kept.splice(0)).toEqual([doubtful('app:1', theirs)]);
    answer(() => {});
    const asked = request({ socketPath: room.path, method: 'POST', path }).on('error', () => {});
    asked.end();
    const [begun] = (await once(asked, 'response')) as [IncomingMessage];
    begun.on('error', () => {});
    await once(begun, 'data');
    asked.destroy();
    await expect.poll(() => room.kept).toEqual([doubtful('app:1', theirs)]);
  });

  it('in a stream that is cut off is what had come by then', async () => {
    const id = `sha256:${'a'.repeat(64)}`;
    room.answer = (_, response) => {
      response.write(`{"aux":{"ID":"${id}"}}\n`, () => response.destroy());
    };
    await expect(room.ask('POST', '/build')).rejects.toThrow();
    await room.proxy.settle();
    expect(room.kept).toEqual([{ what: 'made', thing: { kind: 'image', reference: id, id, sure: true } }]);
  });
});

/** An image that appeared, and may be somebody else's. */
function doubtful(reference: string, id: string): Fact {
  return { what: 'made', thing: { kind: 'image', reference, id, sure: false } };
}

/** A call's answer comes, and what it made is kept, only once the engine has told of it: `tell` lets it. */
async function expectHeld(path: string, tell: () => (() => void) | null): Promise<void> {
  let answered = false;
  const asked = room.ask('POST', path, '{}').then(() => {
    answered = true;
  });
  await expect.poll(tell).not.toBeNull();
  // A whole call goes to the engine and back meanwhile.
  room.answer = (_, response) => response.end();
  await room.ask('GET', '/_ping');
  expect([answered, room.kept]).toEqual([false, []]);
  tell()!();
  await asked;
  expect(room.kept).toHaveLength(1);
}

async function readAll(stream: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += chunk;
  return text;
}
