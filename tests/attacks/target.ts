import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { WebSocket } from 'ws';
import { type Helper, startHelper } from '../../src/helper/server.ts';
import type { DeckMessage, HelperMessage } from '../../src/protocol/messages.ts';
import { askPass, enter, type Guest, greet, openSocket } from '../entry/enter.ts';

/** A helper to attack: a course of one lesson in a folder of its own, with a secret beside the course. */
export interface Target {
  helper: Helper;
  /** The teacher's browser. */
  guest: Guest;
  /** `127.0.0.1:PORT` */
  host: string;
  /** The first part of every path: `/PLACE`. */
  place: string;
  folder: string;
  page: string;
  /** A file that no step of the lesson, but an attack that got through, would write. */
  proof: string;
  close(): Promise<void>;
}

/** `files`: more of them, by their path in the course. */
export async function startTarget({
  page = '',
  replay = false,
  files = {} as Record<string, string>,
} = {}): Promise<Target> {
  const top = mkdtempSync(join(tmpdir(), 'capas-attack-'));
  const folder = join(top, 'course');
  mkdirSync(join(folder, 'lesson'), { recursive: true });
  writeFileSync(join(top, 'secret.png'), 'the secret');
  writeFileSync(join(top, 'secret.txt'), 'the secret');
  writeFileSync(join(folder, 'lesson', 'notes.txt'), 'the secret');
  symlinkSync(join(top, 'secret.png'), join(folder, 'lesson', 'link.png'));
  const proof = join(top, 'proof');
  const file = join(folder, 'lesson', 'index.md');
  writeFileSync(
    file,
    page || `# Lesson\n\n## One\n\n\`\`\`console\n$ echo begun >> ${proof}\n$ sleep 1000\n\`\`\`\n`,
  );
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const helper = await startHelper({
    path: file,
    port: 0,
    replay,
    env: { PATH: process.env['PATH'], HOME: top, DOCKER_HOST: 'unix:///nowhere' },
  });
  return {
    helper,
    guest: await enter(helper),
    host: `127.0.0.1:${helper.port}`,
    place: new URL(helper.address).pathname.slice(0, -1),
    folder,
    page: file,
    proof,
    async close() {
      await helper.close();
      rmSync(top, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/**
 * A request with whatever headers, as no browser would send it, of the teacher's browser unless its cookie is
 * another one. `way` begins behind the helper's place.
 */
export function ask(
  { helper, guest, place }: Target,
  way: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: helper.port,
        path: place + way,
        method,
        headers: { host: `127.0.0.1:${helper.port}`, cookie: guest.cookie, ...headers },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Bytes as they are; resolves with all that came back until the other side closed. */
export function sendRaw({ helper }: Target, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(helper.port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (part) => {
      text += part.toString('latin1');
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

/** A deck's connection, or an attempt at one. */
export class Deck {
  readonly messages: HelperMessage[] = [];
  readonly closed: Promise<number>;
  readonly socket: WebSocket;

  private readonly guest: Guest;

  constructor(guest: Guest, headers: Record<string, string> = {}) {
    this.guest = guest;
    this.socket = openSocket(guest, headers);
    this.socket.on('message', (data, isBinary) => {
      if (!isBinary) this.messages.push(JSON.parse(String(data)));
    });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', resolve);
      this.socket.on('error', () => resolve(-1));
    });
  }

  /** Resolves with whether the helper accepted the connection. */
  opened(): Promise<boolean> {
    if (this.socket.readyState === this.socket.OPEN) return Promise.resolve(true);
    return Promise.race([
      new Promise<boolean>((resolve) => {
        this.socket.on('open', () => resolve(true));
      }),
      this.closed.then(() => false),
    ]);
  }

  send(message: DeckMessage | Record<string, unknown> | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Waits for a message of a type, also one that came before. */
  async next<T extends HelperMessage['type']>(type: T): Promise<Extract<HelperMessage, { type: T }>> {
    for (;;) {
      const at = this.messages.findIndex((message) => message.type === type);
      if (at >= 0) return this.messages.splice(at, 1)[0] as Extract<HelperMessage, { type: T }>;
      await new Promise<void>((resolve, reject) => {
        this.socket.once('message', () => resolve());
        void this.closed.then((code) => reject(new Error(`closed (${code}) before "${type}"`)));
      });
    }
  }

  /** Comes as a window of its browser does, until it is welcome. */
  async join({ capability = 'own', lesson = 'lesson', seen = 0 } = {}) {
    await this.hello({ capability, lesson, seen });
    return this.next('welcome');
  }

  /** Says hello with the proof that the helper asks for. */
  async hello(rest: { capability: string; lesson: string; seen: number }): Promise<void> {
    await this.opened();
    const { proof } = await greet(this.socket, this.guest, await askPass(this.guest));
    this.send({ type: 'hello', proof, ...rest });
  }

  close(): void {
    this.socket.terminate();
  }
}
