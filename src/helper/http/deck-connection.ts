import type { WebSocket } from 'ws';
import type { DeckMessage, HelperMessage } from '../../protocol/messages.ts';
import type { Faults } from '../../system/faults.ts';
import { readMessage } from '../guard/message.ts';
import { limitRate } from '../guard/rate.ts';

/** Messages a second that a deck may send on average, and at once: drawing a flood takes some hundreds. */
const RATE = 1000;
const BURST = 2000;
/** Milliseconds between looks whether the other side is still there. */
const HEARTBEAT = 5000;
/** WebSocket close code for a message that breaks the rules (RFC 6455, section 7.4.1). */
const POLICY = 1008;
/** And for one that is to be opened anew (IANA's registry of close codes). */
const RESTART = 1012;

/** One deck's socket: whole, checked messages in; messages and terminal output out. */
export class DeckConnection {
  private readonly socket: WebSocket;
  private readonly heartbeat: NodeJS.Timeout;
  private answered = true;
  private refused = false;

  constructor(
    socket: WebSocket,
    faults: Faults,
    onMessage: (message: DeckMessage) => void,
    onClose: () => void,
  ) {
    this.socket = socket;
    const withinRate = limitRate(RATE, BURST);
    const hear = (data: unknown, isBinary: boolean) => {
      if (this.refused) return;
      if (!withinRate()) return this.refuse('too many messages');
      const message = readMessage(data as Buffer, isBinary);
      if (message === null) return this.refuse('not a message of this protocol');
      onMessage(message);
    };
    socket.on('message', faults.guard(hear));
    socket.on('pong', () => {
      this.answered = true;
    });
    // `ws` closes the socket after an error, so `close` does what is to be done.
    socket.on('error', () => {});
    this.heartbeat = setInterval(
      faults.guard(() => this.beat()),
      HEARTBEAT,
    );
    this.heartbeat.unref();
    socket.on('close', () => {
      clearInterval(this.heartbeat);
      faults.guard(onClose)();
    });
  }

  send(message: HelperMessage): void {
    if (this.isOpen) this.socket.send(JSON.stringify(message));
  }

  /** A frame of terminal output: one byte that names the terminal, then the bytes. */
  sendOutput(terminal: number, bytes: Buffer): void {
    if (this.isOpen) this.socket.send(Buffer.concat([Buffer.of(terminal), bytes]), { binary: true });
  }

  /** Ends the connection because the other side broke the rules. */
  refuse(reason: string): void {
    this.refused = true;
    this.socket.close(POLICY, reason);
    // A peer that goes on sending instead of closing must not stay.
    setTimeout(() => this.socket.terminate(), 1000).unref();
  }

  /** Ends the connection so that the deck comes again, as it does whenever it lost one. */
  renew(): void {
    this.socket.close(RESTART, 'come again');
  }

  private get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  private beat(): void {
    if (!this.answered) return this.socket.terminate();
    this.answered = false;
    this.socket.ping();
  }
}
