import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { DeckMessage } from '../../protocol/messages.ts';
import { Faults } from '../../system/faults.ts';
import type { Entry } from '../entry/entry.ts';
import { Greeting } from '../entry/greeting.ts';
import { isOwnHost } from '../guard/host.ts';
import { LARGEST_MESSAGE } from '../guard/message.ts';
import { isOwnOrigin } from '../guard/origin.ts';
import type { Strangers } from '../guard/strangers.ts';
import type { LessonChannel } from '../session/lesson-channel.ts';
import { DeckConnection } from './deck-connection.ts';

/** Milliseconds within which a deck must have said hello. */
const HELLO_TIME = 5000;
/** Sockets open at once; a class room's decks are a handful. */
const MOST_SOCKETS = 64;
/** Windows of a helper that was killed, at once: each is here for a blink. */
const MOST_RETURNING = 8;

export interface SocketServerOptions {
  entry: Entry;
  strangers: Pick<Strangers, 'know'>;
  port(): number;
  /** The channel of a lesson, or `null` when there is no such lesson. */
  channel(lesson: string): Pick<LessonChannel, 'join'> | null;
  /** Hears of what goes wrong in a handler. */
  faults?: Faults;
}

/**
 * The helper's WebSocket. Who may speak is decided here: own `Host`, `Origin` and cookie before the connection is
 * accepted, then the window's proof. At the place of a helper that was killed the proof alone opens, and leads to
 * the new place only.
 */
export class SocketServer {
  private readonly options: SocketServerOptions;
  private readonly faults: Faults;
  private readonly returning = new Set<DeckConnection>();
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
  });

  constructor(options: SocketServerOptions) {
    this.options = options;
    this.faults = options.faults ?? new Faults();
  }

  /** Answers an HTTP upgrade; a refused one is closed before a byte of it is read. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const { entry, strangers } = this.options;
    const port = this.options.port();
    const [, place = ''] = /^\/([0-9a-f]+)\/_capas\/socket$/.exec(request.url ?? '') ?? [];
    if (!isOwnHost(request.rawHeaders, port)) return refuse(socket, '403 Forbidden');
    if (!isOwnOrigin(request.headers.origin, port)) return refuse(socket, '403 Forbidden');
    if (entry.isFormerPlace(place)) return this.open(request, socket, head, null);
    if (place !== entry.place) return refuse(socket, '404 Not Found');
    const browser = entry.browserOf(request.headers.cookie);
    if (browser === null) return refuse(socket, '401 Unauthorized');
    strangers.know(socket as Socket);
    if (this.sockets.clients.size - this.returning.size >= MOST_SOCKETS)
      return refuse(socket, '503 Service Unavailable');
    this.open(request, socket, head, browser);
  }

  close(): void {
    for (const client of this.sockets.clients) client.close(1001, 'the helper ends');
    setTimeout(() => {
      for (const client of this.sockets.clients) client.terminate();
    }, 200).unref();
    this.sockets.close();
  }

  /** `browser`: who has shown a cookie; `null` where the proof alone counts. */
  private open(request: IncomingMessage, socket: Duplex, head: Buffer, browser: string | null): void {
    const accept = this.faults.guard((open: WebSocket) => this.accept(open, browser));
    this.sockets.handleUpgrade(request, socket, head, accept);
  }

  private accept(socket: WebSocket, browser: string | null): void {
    const { entry, port } = this.options;
    const greeting = new Greeting(entry, `127.0.0.1:${port()}`, browser);
    let receive: ((message: DeckMessage) => void) | null = null;
    let leave = () => {};
    const late = setTimeout(() => connection.refuse('no hello in time'), HELLO_TIME);
    const connection = new DeckConnection(
      socket,
      this.faults,
      (message) => {
        if (receive) return receive(message);
        const step = greeting.take(message);
        if (step === null) return connection.refuse('not a window of this helper');
        if ('answer' in step) return connection.send(step.answer);
        clearTimeout(late);
        const seat = this.welcome(connection, step.hello);
        if (seat) [receive, leave] = [seat.receive, seat.leave];
      },
      () => {
        clearTimeout(late);
        this.returning.delete(connection);
        leave();
      },
    );
    if (browser === null) this.keepReturning(connection);
  }

  /** The newest ones have a place: whoever holds on to one that proves nothing loses it first. */
  private keepReturning(connection: DeckConnection): void {
    this.returning.add(connection);
    const [oldest] = this.returning;
    if (this.returning.size <= MOST_RETURNING || !oldest) return;
    this.returning.delete(oldest);
    oldest.refuse('too many at once');
  }

  private welcome(connection: DeckConnection, hello: Hello) {
    const channel = this.options.channel(hello.lesson);
    if (channel) return channel.join(connection, hello);
    connection.refuse('no such lesson');
    return null;
  }
}

type Hello = Extract<DeckMessage, { type: 'hello' }>;

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  (socket as Socket).destroySoon();
}
