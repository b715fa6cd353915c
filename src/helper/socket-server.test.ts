import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { DeckMessage } from '../protocol/messages.ts';
import { Faults } from './faults.ts';
import type { ChannelConnection } from './lesson-channel.ts';
import { SocketServer } from './socket-server.ts';

const token = 'f'.repeat(32);
const hello = { type: 'hello', token, lesson: 'redes', capability: 'own' };

let server: Server;
let sockets: SocketServer;
let port: number;
let deck: WebSocket;
/** What came to the channel of `redes`. */
let received: DeckMessage[];
let connection: ChannelConnection | null;
/** Whether the channel's handlers throw. */
let broken: boolean;
let faults: unknown[];
/** How often the deck left. */
let leave: Mock<() => void>;
let closed: Promise<number>;

beforeEach(async () => {
  received = [];
  broken = false;
  faults = [];
  const listener = new Faults();
  listener.listen((fault) => faults.push(fault));
  connection = null;
  leave = vi.fn();
  server = createServer();
  sockets = new SocketServer({
    token,
    port: () => port,
    channel: (lesson) => (lesson === 'redes' ? { join } : null),
    faults: listener,
  });
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  // A deck that answers no ping, once timers are the test's.
  deck = new WebSocket(`ws://127.0.0.1:${port}/_capas/socket`, {
    origin: `http://127.0.0.1:${port}`,
    autoPong: false,
  });
  closed = new Promise((resolve) => {
    deck.on('close', resolve);
  });
});
afterEach(async () => {
  vi.useRealTimers();
  deck.terminate();
  sockets.close();
  await new Promise((resolve) => server.close(resolve));
});

function join(come: ChannelConnection, message: DeckMessage) {
  connection = come;
  received.push(message);
  const leaveThis = leave;
  const trip = () => {
    if (broken) throw new Error('a handler of no use');
  };
  return {
    receive: (next: DeckMessage) => {
      trip();
      received.push(next);
    },
    leave: () => {
      trip();
      leaveThis();
    },
  };
}

const open = () => new Promise<void>((resolve) => deck.once('open', () => resolve()));
const say = (message: object) => deck.send(JSON.stringify(message));
const got = (...types: string[]) => vi.waitFor(() => expect(received.map(({ type }) => type)).toEqual(types));

describe('a deck that says hello', () => {
  beforeEach(async () => {
    await open();
    say(hello);
    await got('hello');
  });

  it('joins the channel of its lesson, to which all that follows goes', async () => {
    say({ type: 'watch', on: true });
    say({ type: 'stop', terminal: 1 });
    await got('hello', 'watch', 'stop');
  });

  it('leaves it once, when it goes', async () => {
    deck.close();
    await closed;
    await vi.waitFor(() => expect(leave).toHaveBeenCalledOnce());
  });

  it('gets messages as text, and output behind the number of its terminal', async () => {
    const frames: unknown[] = [];
    deck.on('message', (data: Buffer, isBinary) =>
      frames.push(isBinary ? [...data] : JSON.parse(data.toString())),
    );
    connection!.send({ type: 'terminal', terminal: 2, state: 'open' });
    connection!.sendOutput(2, Buffer.of(0, 255));
    await vi.waitFor(() =>
      expect(frames).toEqual([{ type: 'terminal', terminal: 2, state: 'open' }, [2, 0, 255]]),
    );
  });

  it('is told when the helper ends', async () => {
    sockets.close();
    expect(await closed).toBe(1001);
    await vi.waitFor(() => expect(leave).toHaveBeenCalledOnce());
  });

  it('is heard no more after a message that breaks the rules', async () => {
    say({ type: 'nothing' });
    say({ type: 'watch', on: true });
    expect(await closed).toBe(1008);
    await got('hello');
  });
});

describe('a channel that throws', () => {
  it('ends neither the helper nor the connection, and is told of', async () => {
    await open();
    say(hello);
    await got('hello');
    broken = true;
    say({ type: 'watch', on: true });
    await vi.waitFor(() => expect(faults).toEqual([new Error('a handler of no use')]));
    broken = false;
    say({ type: 'stop', terminal: 1 });
    await got('hello', 'stop');
  });

  it('may do so too when a deck leaves', async () => {
    await open();
    say(hello);
    await got('hello');
    broken = true;
    deck.close();
    await vi.waitFor(() => expect(faults).toHaveLength(1));
  });
});

describe('a deck that does not', () => {
  it.each([
    ['shows a wrong token', { ...hello, token: 'e'.repeat(32) }],
    ['names no lesson of the course', { ...hello, lesson: 'other' }],
    ['begins with something else', { type: 'watch', on: true }],
  ])('because it %s joins nothing', async (_, message) => {
    await open();
    say(message);
    say(hello);
    expect(await closed).toBe(1008);
    expect(received).toEqual([]);
    expect(leave).not.toHaveBeenCalled();
  });
});

describe('time', () => {
  const fake = () =>
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });

  it('runs out for a deck that says nothing', async () => {
    fake();
    await open();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await closed).toBe(1008);
  });

  it('is asked of nobody who has said hello, but for a sign of life', async () => {
    fake();
    await open();
    say(hello);
    await new Promise((resolve) => deck.once('ping', resolve) && void beat());
    expect(received).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await closed).toBe(1006);
    vi.useRealTimers();
    await vi.waitFor(() => expect(leave).toHaveBeenCalledOnce());
  });

  /** Lets hello arrive, then the time of a heartbeat go by. */
  async function beat(): Promise<void> {
    while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(5000);
  }
});
