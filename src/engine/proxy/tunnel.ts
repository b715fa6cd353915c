import type { IncomingMessage } from 'node:http';
import { addAbortSignal, type Duplex } from 'node:stream';
import { dial, type EngineEndpoint } from '../endpoint.ts';

/**
 * Connects a request that leaves HTTP (`docker attach`, `exec`, BuildKit) with the engine: raw bytes both
 * ways, also a body behind the request's head, and each side may end its own direction. Resolves when both
 * are over; never rejects. `onAnswer` hears what the engine sends.
 */
export function openTunnel(
  request: IncomingMessage,
  client: Duplex,
  head: Buffer,
  endpoint: EngineEndpoint,
  signal: AbortSignal,
  onAnswer: (bytes: Buffer) => void,
): Promise<void> {
  const engine = dial(endpoint, { halfOpen: true });
  addAbortSignal(signal, engine);
  let answered = false;
  engine.once('data', (chunk: Buffer) => {
    answered = true;
    // A client may use a connection again that was not upgraded: its next calls would not be read.
    if (isStillHttp(chunk)) engine.end();
  });
  engine.once('error', () => {
    if (!answered) client.write(UNREACHABLE);
    client.end();
  });
  client.once('error', () => engine.destroy());
  engine.write(writeHead(request));
  if (head.length > 0) engine.write(head);
  client.pipe(engine);
  engine.on('data', onAnswer);
  engine.pipe(client);
  return new Promise((resolve) => {
    engine.once('close', () => endSoon(client));
    client.once('close', () => {
      endSoon(engine);
      resolve();
    });
  });
}

const UNREACHABLE =
  'HTTP/1.1 502 Bad Gateway\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n' +
  '{"message":"the container engine does not answer"}';

/** Old engines leave HTTP with a 200 and a stream of their own. */
function isStillHttp(chunk: Buffer): boolean {
  const head = chunk.toString('latin1');
  return (
    !/^HTTP\/1\.\d 101 /.test(head) && !/^content-type: *application\/vnd\.docker\.\w+-stream/im.test(head)
  );
}

function writeHead({ method, url, rawHeaders }: IncomingMessage): string {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let at = 0; at < rawHeaders.length; at += 2) lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** Once what was written has gone out. */
function endSoon(socket: Duplex): void {
  if (socket.destroyed) return;
  if (socket.writableFinished) return void socket.destroy();
  socket.once('finish', () => socket.destroy());
  socket.end();
}
