import { connect, createServer, type Server, type Socket } from 'node:net';

/** A socket before an engine, which passes everything on but the engine's answer to one call: that never comes. */
export class HeldEngine {
  readonly host: string;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  /** `call`: what stands in the first line of its request. */
  constructor(path: string, host: string, call: string) {
    this.host = `unix://${path}`;
    this.server = createServer((client) => this.pass(client, host.replace('unix://', ''), call)).listen(path);
  }

  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private pass(client: Socket, path: string, call: string): void {
    const engine = connect(path);
    let isHeld = false;
    client.on('data', (bytes: Buffer) => {
      isHeld ||= bytes.toString('latin1').split('\r\n', 1)[0]!.includes(call);
      engine.write(bytes);
    });
    engine.on('data', (bytes: Buffer) => {
      if (!isHeld) client.write(bytes);
    });
    for (const [socket, other] of [
      [client, engine],
      [engine, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => other.destroy());
    }
  }
}
