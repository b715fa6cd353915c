import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProxyRoom, readToEnd } from './proxy.fixture.ts';

let room: ProxyRoom;
beforeEach(() => {
  room = new ProxyRoom();
});
afterEach(() => room.close());

describe('a connection that leaves HTTP', () => {
  const HEAD =
    'POST /exec/a/start HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 12\r\n\r\n';

  /** An engine that upgrades, then tells what it got, once that is `wanted`, and ends. */
  function upgradeUntil(wanted: string): () => string {
    let got = '';
    room.upgrade = (_, socket, head) => {
      got += head;
      socket.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
      const look = () => {
        if (got === wanted) socket.end('all of it');
      };
      socket.on('data', (chunk: Buffer) => {
        got += chunk;
        look();
      });
      look();
    };
    return () => got;
  }

  it.each([1, 7, 60, 1000])(
    'carries a body behind its head and bytes both ways, cut after %d bytes',
    async (size) => {
      const got = upgradeUntil('{"Tty":true}typed');
      const socket = room.connect();
      const text = `${HEAD}{"Tty":true}typed`;
      const end = readToEnd(socket);
      for (let at = 0; at < text.length; at += size) {
        socket.write(text.slice(at, at + size));
        await new Promise(setImmediate);
      }
      expect(await end).toBe('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\nall of it');
      socket.end();
      expect(got()).toBe('{"Tty":true}typed');
    },
  );

  it('lets the client end its direction while the engine goes on', async () => {
    room.upgrade = (_, socket) => {
      socket.write('HTTP/1.1 101 UPGRADED\r\n\r\n');
      socket.on('end', () => socket.end('after the end'));
      socket.resume();
    };
    const socket = room.connect();
    const end = readToEnd(socket);
    socket.end(`${HEAD}{"Tty":true}`);
    expect(await end).toBe('HTTP/1.1 101 UPGRADED\r\n\r\nafter the end');
  });

  it('lets the engine end its direction while the client goes on', async () => {
    let got = '';
    room.upgrade = (_, socket) => {
      socket.on('data', (chunk) => {
        got += String(chunk);
      });
      socket.end('HTTP/1.1 101 UPGRADED\r\n\r\n');
    };
    const socket = room.connect();
    socket.write(HEAD);
    await readToEnd(socket);
    socket.end('late');
    await expect.poll(() => got).toBe('late');
  });

  it('is closed at the client’s side when the engine’s is, though the client would go on', async () => {
    room.upgrade = (_, socket) => {
      socket.write('HTTP/1.1 101 UPGRADED\r\n\r\n');
      socket.end(() => socket.destroy());
    };
    const socket = room.connect();
    socket.write(HEAD);
    await readToEnd(socket);
    socket.on('error', () => {});
    const typing = setInterval(() => socket.write('more'), 5);
    await expect.poll(() => socket.destroyed).toBe(true);
    clearInterval(typing);
  });

  it('is closed at the engine’s side when the client goes away', async () => {
    let engineSide: Duplex | null = null;
    room.upgrade = (_, socket) => {
      engineSide = socket;
      socket.on('error', () => {});
      socket.write('HTTP/1.1 101 UPGRADED\r\n\r\n');
      const chatter = setInterval(() => socket.write('more\n'), 5);
      socket.on('close', () => clearInterval(chatter));
    };
    const socket = room.connect();
    socket.write(HEAD);
    await once(socket, 'data');
    socket.destroy();
    await expect.poll(() => engineSide?.destroyed).toBe(true);
  });

  it.each(['409 Conflict', '200 OK'])(
    'is not used for a second call when the engine says %s',
    async (status) => {
      let got = '';
      const answer = `HTTP/1.1 ${status}\r\nContent-Length: 2\r\n\r\n{}`;
      room.upgrade = (_, socket) => {
        socket.on('data', (chunk) => {
          got += String(chunk);
        });
        socket.on('end', () => socket.end());
        socket.write(answer);
      };
      const socket = room.connect();
      socket.write(HEAD);
      expect(await readToEnd(socket)).toBe(answer);
      socket.end('POST /containers/create HTTP/1.1\r\n\r\n');
      expect(got).toBe('');
    },
  );

  it('stays one where an old engine leaves HTTP without a word', async () => {
    room.upgrade = (_, socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n');
      socket.on('data', (chunk) => socket.end(`got ${chunk}`));
    };
    const socket = room.connect();
    socket.write(HEAD);
    await once(socket, 'data');
    const end = readToEnd(socket);
    socket.write('typed');
    expect(await end).toBe('got typed');
    socket.end();
  });

  it.each(['/containers/create', '/v1.41/containers/create', '/volumes/create', '/exec/a/b/start'])(
    'is none for a call that would make something unseen: %s',
    async (path) => {
      let isAsked = false;
      room.upgrade = (_, socket) => {
        isAsked = true;
        socket.end();
      };
      const socket = room.connect();
      socket.write(HEAD.replace('/exec/a/start', path));
      expect(await readToEnd(socket)).toMatch(/^HTTP\/1\.1 400 .*takes no upgrade/s);
      expect(isAsked).toBe(false);
      socket.end();
    },
  );
});
