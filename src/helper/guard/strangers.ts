import type { Socket } from 'node:net';

/** Connections that have shown no cookie, at once; beyond, the oldest one ends. */
const MOST = 256;
/** Milliseconds that each of them has. */
const TIME = 10_000;

/**
 * Connections of those who have not shown that they may come in. They share a small place and a short time, and
 * never take anything from those who have.
 */
export class Strangers {
  private readonly sockets = new Map<Socket, NodeJS.Timeout>();
  private readonly most: number;
  private readonly time: number;

  constructor(most = MOST, time = TIME) {
    this.most = most;
    this.time = time;
  }

  /** Somebody connects. */
  admit(socket: Socket): void {
    const timer = setTimeout(() => socket.destroy(), this.time);
    timer.unref();
    this.sockets.set(socket, timer);
    socket.once('close', () => this.know(socket));
    if (this.sockets.size <= this.most) return;
    const [oldest] = this.sockets.keys();
    oldest!.destroy();
    this.know(oldest!);
  }

  /** It is none of them: it has shown a cookie, or is gone. */
  know(socket: Socket): void {
    clearTimeout(this.sockets.get(socket));
    this.sockets.delete(socket);
  }
}
