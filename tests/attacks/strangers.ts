import { connect, type Socket } from 'node:net';

/** Somebody who holds as many connections to a port as they can, and opens each anew when it is closed. */
export class Crowd {
  private readonly sockets = new Set<Socket>();
  private isOver = false;
  opened = 0;

  constructor(port: number, count: number, first: string) {
    for (let one = 0; one < count; one++) this.open(port, first);
  }

  close(): void {
    this.isOver = true;
    for (const socket of this.sockets) socket.destroy();
  }

  private open(port: number, first: string): void {
    if (this.isOver) return;
    const socket = connect(port, '127.0.0.1', () => {
      this.opened++;
      socket.write(first);
    });
    this.sockets.add(socket);
    socket.on('error', () => {});
    socket.resume();
    socket.once('close', () => {
      this.sockets.delete(socket);
      setTimeout(() => this.open(port, first), 5);
    });
  }
}
