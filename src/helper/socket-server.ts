import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { DeckMessage } from '../protocol/messages.ts';
import { DeckConnection } from './deck-connection.ts';
import { Faults } from './faults.ts';
import { isOwnHost } from './guard/host.ts';
import { LARGEST_MESSAGE } from './guard/message.ts';
import { isOwnOrigin } from './guard/origin.ts';
import { isToken } from './guard/token.ts';
import type { LessonChannel } from './lesson-channel.ts';

/** Milliseconds within which a deck must have shown the token. */
const HELLO_TIME = 5000;
/** Sockets open at once; a class room's decks are a handful. */
const MOST_SOCKETS = 64;

export interface SocketServerOptions {
  token: string;
  port(): number;
  /** The channel of a lesson, or `null` when there is no such lesson. */
  channel(lesson: string): Pick<LessonChannel, 'join'> | null;
  /** Hears of what goes wrong in a handler. */
  faults?: Faults;
}

/**
 * The helper's WebSocket. Who may speak is decided here: own `Host` and `Origin` before the connection is
 * accepted, the token in the first message.
 */
export class SocketServer {
  private readonly options: SocketServerOptions;
  private readonly faults: Faults;
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
    const port = this.options.port();
    if (request.url !== '/_capas/socket') return refuse(socket, '404 Not Found');
    if (!isOwnHost(request.rawHeaders, port)) return refuse(socket, '403 Forbidden');
    if (!isOwnOrigin(request.headers.origin, port)) return refuse(socket, '403 Forbidden');
    if (this.sockets.clients.size >= MOST_SOCKETS) return refuse(socket, '503 Service Unavailable');
    this.sockets.handleUpgrade(
      request,
      socket,
      head,
      this.faults.guard((open) => this.accept(open)),
    );
  }

  close(): void {
    for (const client of this.sockets.clients) client.close(1001, 'the helper ends');
    setTimeout(() => {
      for (const client of this.sockets.clients) client.terminate();
    }, 200).unref();
    this.sockets.close();
  }

  private accept(socket: WebSocket): void {
    let receive: ((message: DeckMessage) => void) | null = null;
    let leave = () => {};
    const late = setTimeout(() => connection.refuse('no hello in time'), HELLO_TIME);
    const connection = new DeckConnection(
      socket,
      this.faults,
      (message) => {
        if (receive) return receive(message);
        clearTimeout(late);
        const seat = this.welcome(connection, message);
        if (seat) [receive, leave] = [seat.receive, seat.leave];
      },
      () => {
        clearTimeout(late);
        leave();
      },
    );
  }

  /** The first message must show the token and name a lesson. */
  private welcome(connection: DeckConnection, message: DeckMessage) {
    if (message.type !== 'hello' || !isToken(this.options.token, message.token)) {
      connection.refuse('wrong token: open the address that capas printed');
      return null;
    }
    const channel = this.options.channel(message.lesson);
    if (!channel) {
      connection.refuse('no such lesson');
      return null;
    }
    return channel.join(connection, message);
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  (socket as Socket).destroySoon();
}
