import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { complain } from '../../system/say.ts';
import type { Engine } from '../container-engine.ts';
import type { EngineEndpoint } from '../endpoint.ts';
import { withDeadline } from '../engine-error.ts';
import { findObserver, listMadeKinds, mayLeaveHttp, readCall } from './calls.ts';
import { type Call, conclude, type Fact, type Known, type MadeKind, type Observer } from './facts.ts';
import { forward, LONGEST_HEAD, type Passage, refuse } from './forward.ts';
import { openTunnel } from './tunnel.ts';

export interface EngineProxyOptions {
  /** Where calls go; asked at each, so that an engine may go and come back. */
  engine(): Engine | null;
  known(engine: Engine): Known;
  /** Takes what a call did, before the client hears of it. */
  keep(facts: readonly Fact[], engine: Engine): void;
  /** Hears what a call is to make, before it is passed on; what it returns, once it is known what came of it. */
  ask(kinds: readonly MadeKind[], engine: Engine): () => void;
  /** Resolves when a call may be passed on that makes something. */
  ready(): Promise<void>;
  /** Milliseconds to wait for what is under way. */
  settling?: number;
}

/** Bytes of the temporary folder's name. */
const LONGEST_BASE = 64;
/** Milliseconds that a call whose client is gone may take to tell what it made, unless the options say. */
const SETTLING = 5_000;

/**
 * A socket of our own in front of the engine, for one demo's shells: it passes everything through and reads
 * what each call made. So what a demo made is known from its own calls and their answers, whatever others do
 * on the engine meanwhile; the engine's events would tell all that happens, but not at whose wish.
 */
export class EngineProxy {
  /** For `DOCKER_HOST`. The folder is for this user alone. */
  readonly host: string;
  private readonly options: EngineProxyOptions;
  private readonly folder: string;
  private readonly server: Server;
  private readonly sockets = new Set<Duplex>();
  private readonly over = new AbortController();
  private readonly pending = new Set<Promise<void>>();

  constructor(options: EngineProxyOptions) {
    this.options = options;
    // A socket's path has a hundred bytes or so (unix(7)); some temporary folders leave no room for a name.
    const base = Buffer.byteLength(tmpdir()) > LONGEST_BASE ? '/tmp' : tmpdir();
    this.folder = mkdtempSync(join(base, 'capas-engine-'));
    const path = join(this.folder, 'docker.sock');
    this.host = `unix://${path}`;
    // A client may send a whole image for as long as it takes, and asks for no more with an idle connection.
    const timeouts = { requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0 };
    this.server = createServer({ ...timeouts, maxHeaderSize: LONGEST_HEAD, requireHostHeader: false });
    this.server.on('request', (request, response) => {
      this.pass(request, response).catch(() => response.destroy());
    });
    this.server.on('upgrade', (request, socket, head) => {
      this.tunnel(request, socket, head).catch(() => socket.destroy());
    });
    this.server.on('clientError', (_, socket) => socket.destroy());
    this.server.on('connection', (socket) => this.track(socket));
    this.server.on('listening', () => chmodSync(path, 0o600));
    this.server.on('error', ({ message }) => complain(`capas: ${this.host}: ${message}\n`));
    this.server.listen(path);
  }

  /** Resolves when what the calls so far made is written down. */
  async settle(): Promise<void> {
    const { settling = SETTLING } = this.options;
    await withDeadline(Promise.all(this.pending), settling).catch(() => {});
  }

  /** Ends every connection. Safe to call twice. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
    await this.settle();
    this.over.abort();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = readCall(request.method ?? '', request.url ?? '');
    const reach = this.reach();
    if (!reach) return refuse(response, NO_ENGINE);
    const passage = { request, response, ...reach, signal: this.over.signal };
    if (findObserver(call)) return this.wait(this.passObserved(call, passage));
    await forward({ ...passage, observer: null });
  }

  private async passObserved(call: Call, passage: Omit<Passage, 'observer'> & Reach): Promise<void> {
    const { engine } = passage;
    const observer = await this.observe(call, engine);
    const kinds = listMadeKinds(call);
    const tellKnown = kinds.length > 0 ? this.options.ask(kinds, engine) : () => {};
    if (await forward({ ...passage, observer })) tellKnown();
  }

  private async tunnel(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    this.track(socket);
    // Until there is somebody to pass it on to.
    socket.on('error', () => {});
    const reach = this.reach();
    const call = readCall(request.method ?? '', request.url ?? '');
    if (!mayLeaveHttp(call)) return void socket.end(NO_UPGRADE);
    if (!reach) return void socket.destroy();
    const observer = await this.observe(call, reach.engine);
    const over = openTunnel(request, socket, head, reach.endpoint, this.over.signal, (bytes) =>
      observer?.overhear?.(bytes),
    );
    if (observer) await this.wait(over.then(async () => reach.keep(await conclude(observer, null, false))));
  }

  /** The engine of one call, from its beginning to its end. */
  private reach(): Reach | null {
    const engine = this.options.engine();
    if (!engine?.endpoint) return null;
    return { engine, endpoint: engine.endpoint, keep: (facts) => this.options.keep(facts, engine) };
  }

  /** `null` also where the engine can't be asked: what can't be known does not count as made by the demo. */
  private async observe(call: Call, engine: Engine): Promise<Observer | null> {
    const observe = findObserver(call);
    if (!observe) return null;
    await this.options.ready();
    return observe(call, engine, this.options.known(engine)).catch(() => null);
  }

  private async wait(work: Promise<void>): Promise<void> {
    this.pending.add(work);
    try {
      await work;
    } finally {
      this.pending.delete(work);
    }
  }

  private track(socket: Duplex): void {
    if (this.sockets.has(socket)) return;
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  }
}

interface Reach {
  engine: Engine;
  endpoint: EngineEndpoint;
  keep(facts: readonly Fact[]): void;
}

/** What such a call makes would not be seen. */
const NO_UPGRADE =
  'HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n' +
  '{"message":"this call takes no upgrade"}';

const NO_ENGINE = 'no container engine answers, or none that the demo could reach by a socket';
