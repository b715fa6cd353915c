import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { type FakeEngine, makeFakeEngine } from '../engine.fixture.ts';
import { EngineProxy } from './engine-proxy.ts';
import type { Fact, Known, MadeKind } from './facts.ts';

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

/** For tests: a proxy before a socket that answers as a test says, and what it kept. */
export class ProxyRoom {
  readonly engine: FakeEngine;
  readonly kept: Fact[] = [];
  /** What calls were noted for before they were passed on, and whether it is known what came of them. */
  readonly asked: { kinds: readonly MadeKind[]; isKnown: boolean }[] = [];
  known: Known = { owns: () => false };
  /** What the engine does with a request. */
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end();
  /** What it does with one that leaves HTTP. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void = (_, socket) => socket.end();
  readonly proxy: EngineProxy;
  private readonly folder = mkdtempSync(join(tmpdir(), 'capas-proxy-'));
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor() {
    const path = join(this.folder, 'engine.sock');
    this.engine = Object.assign(makeFakeEngine(), { endpoint: { path } });
    this.server = createServer({ maxHeaderSize: 1024 * 1024 }, (asked, response) =>
      this.answer(asked, response),
    );
    this.server.on('upgrade', (asked, socket, head) => this.upgrade(asked, socket, head));
    this.server.on('connection', (socket) => this.sockets.add(socket));
    this.server.listen(path);
    this.proxy = new EngineProxy({
      engine: () => this.engine,
      ready: async () => {},
      settling: 300,
      known: () => this.known,
      keep: (facts) => this.kept.push(...facts),
      ask: (kinds) => {
        const call = { kinds, isKnown: false };
        this.asked.push(call);
        return () => {
          call.isKnown = true;
        };
      },
    });
  }

  get path(): string {
    return this.proxy.host.replace('unix://', '');
  }

  /** Asks through the proxy and waits for the whole answer; rejects when it is cut off. */
  ask(method: string, path: string, body = ''): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request({ socketPath: this.path, method, path }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }));
        answer.on('error', reject);
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  /** Speaks with the proxy in bytes. */
  connect(): Socket {
    return connect({ path: this.path, allowHalfOpen: true });
  }

  /** The engine goes away: connections are cut, and nobody listens. */
  async loseEngine(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  async close(): Promise<void> {
    await this.proxy.close();
    if (this.server.listening) await this.loseEngine();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** All that comes on a socket until its other side ends. */
export function readToEnd(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}
