import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { DeckMessage } from '../../protocol/messages.ts';
import { proofParts } from '../../protocol/proof.ts';
import { Faults } from '../../system/faults.ts';
import { Entry, makeSecrets } from '../entry/entry.ts';
import { sign } from '../guard/secret.ts';
import type { ChannelConnection } from '../session/decks.ts';
import { SocketServer } from './socket-server.ts';

const entry = new Entry(makeSecrets());
const cookie = entry.exchange(entry.invite().split('#key=')[1]!, undefined)!.split(';')[0]!;
const { window, secret } = entry.openWindow(entry.browserOf(cookie)!);
const hello = { type: 'hello', lesson: 'redes', capability: 'own' };

let server: Server;
let sockets: SocketServer;
let port: number;
let deck: WebSocket;
/** What came to the channel of `redes`. */
let received: { type: string }[];
let connection: ChannelConnection | null;
/** Whether the channel's handlers throw. */
let broken: boolean;
let faults: unknown[];
/** How often the deck left. */
let leave: Mock<() => void>;
let closed: Promise<number>;
/** By what the channel knows the deck. */
let joined: string;

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
    entry,
    strangers: { know() {} },
    port: () => port,
    channel: (lesson) => (lesson === 'redes' ? { join } : null),
    faults: listener,
  });
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  // A deck that answers no ping, once timers are the test's.
  deck = new WebSocket(`ws://127.0.0.1:${port}/${entry.place}/_capas/socket`, {
    origin: `http://127.0.0.1:${port}`,
    headers: { cookie },
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

function join(come: ChannelConnection, { capability }: { capability: string }) {
  connection = come;
  received.push({ type: 'hello' });
  joined = capability;
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
/** Knocks, waits for the challenge, and says hello with its proof. */
async function greet(message: object = hello): Promise<void> {
  const challenged = new Promise<string>((resolve) =>
    deck.once('message', (data) => resolve(JSON.parse(String(data)).challenge)),
  );
  say({ type: 'knock', window, challenge: 'c' });
  const parts = proofParts('window', await challenged, `127.0.0.1:${port}`);
  say({ ...message, proof: sign(secret, ...parts) });
}
const got = (...types: string[]) => vi.waitFor(() => expect(received.map(({ type }) => type)).toEqual(types));

describe('a deck that says hello', () => {
  beforeEach(async () => {
    await open();
    await greet();
    await got('hello');
  });

  it('is known by its browser and what it chose for itself, not by the latter alone', () => {
    expect(joined).toBe(`${entry.browserOf(cookie)} own`);
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
    connection!.send({ type: 'layers', view: null });
    connection!.sendOutput(2, Buffer.of(0, 255));
    await vi.waitFor(() => expect(frames).toEqual([{ type: 'layers', view: null }, [2, 0, 255]]));
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
    await greet();
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
    await greet();
    await got('hello');
    broken = true;
    deck.close();
    await vi.waitFor(() => expect(faults).toHaveLength(1));
  });
});

describe('a deck that does not', () => {
  it('because it names no lesson of the course joins nothing', async () => {
    await open();
    await greet({ ...hello, lesson: 'other' });
    expect(await closed).toBe(1008);
    expect(received).toEqual([]);
  });

  it.each([
    ['does not knock', [{ ...hello, proof: 'f' }]],
    [
      'proves nothing',
      [
        { type: 'knock', window, challenge: 'c' },
        { ...hello, proof: 'f'.repeat(64) },
      ],
    ],
    [
      'knocks twice',
      [
        { type: 'knock', window, challenge: 'c' },
        { type: 'knock', window, challenge: 'd' },
      ],
    ],
    ['is a window of another browser', [{ type: 'knock', window: `${'0'.repeat(32)}-1`, challenge: 'c' }]],
    ['begins with something else', [{ type: 'watch', on: true }]],
  ])('because it %s joins nothing', async (_, messages) => {
    await open();
    for (const message of messages) say(message);
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
    await greet();
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
