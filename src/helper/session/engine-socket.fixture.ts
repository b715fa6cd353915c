import { rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What an engine without images or containers answers, by the end of the address. */
const ANSWERS: Record<string, unknown> = {
  '/version': { Version: '99.1', ApiVersion: '1.47', Components: [{ Name: 'Engine' }] },
  '/info': { ID: 'fake', Labels: [] },
  '/images/json': [],
  '/containers/json': [],
  '/volumes': { Volumes: [] },
  '/networks': [],
};

/** A socket that speaks as much of Docker's API as the helper asks; it can hang, and it can go. */
export class EngineSocket {
  private readonly path: string;
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private hangs = false;

  constructor(path: string) {
    this.path = path;
  }

  /** For `DOCKER_HOST`. */
  get host(): string {
    return `unix://${this.path}`;
  }

  async start(): Promise<void> {
    this.hangs = false;
    rmSync(this.path, { force: true });
    const server = createServer((request, response) => {
      if (!this.hangs) answer(request.url ?? '', response);
    });
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(this.path, resolve));
    this.server = server;
  }

  /** From now on it takes questions, and answers none; open streams stay open. */
  hang(): void {
    this.hangs = true;
  }

  /** Closes every connection; nobody listens any more. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    for (const socket of this.sockets) socket.destroy();
    if (server) await new Promise((resolve) => server.close(resolve));
  }
}

function answer(url: string, response: ServerResponse): void {
  const path = url.replace(/\?.*$/, '').replace(/^\/v[\d.]+/, '');
  if (path === '/_ping') return void response.end('OK');
  response.setHeader('Content-Type', 'application/json');
  if (path === '/events') return response.flushHeaders();
  const found = ANSWERS[path];
  response.statusCode = found === undefined ? 404 : 200;
  response.end(JSON.stringify(found ?? { message: `no ${path}` }));
}
