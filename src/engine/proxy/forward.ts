import { request as ask, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { dial, type EngineEndpoint } from '../endpoint.ts';
import { AnswerReader, parseJson } from './answer-reader.ts';
import { conclude, type Fact, type Observer } from './facts.ts';

/** Credentials for registries travel in headers: as many bytes as Docker itself takes. */
export const LONGEST_HEAD = 1024 * 1024;
/** Bytes of an answer that is held back until it is read; the answers that are read have some hundreds. */
const LONGEST_ANSWER = 16 * 1024 * 1024;

export interface Passage {
  request: IncomingMessage;
  response: ServerResponse;
  endpoint: EngineEndpoint;
  /** Reads the answer; `null` for a call that makes nothing. */
  observer: Observer | null;
  keep(facts: readonly Fact[]): void;
  /** Cuts it off, whoever waits for it. */
  signal: AbortSignal;
}

/**
 * Passes one call on to the engine and its answer back, both unchanged. Resolves when it is over, whoever
 * ended it, with whether it is known what came of it; rejects for what HTTP does not allow, of either side.
 */
export function forward(passage: Passage): Promise<boolean> {
  const { request, response, endpoint, signal } = passage;
  if (request.destroyed && !request.complete) return Promise.resolve(true);
  return new Promise((resolve, reject) => {
    let answered = false;
    let connected = false;
    const upstream = ask({
      createConnection: () => dial(endpoint).once('connect', () => (connected = true)),
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: passRequestHeaders(request),
      setHost: false,
      maxHeaderSize: LONGEST_HEAD,
      signal,
    });
    upstream.once('response', (answer) => {
      answered = true;
      passAnswer(answer, passage, upstream).then(resolve, reject);
    });
    upstream.on('error', (error) => {
      if (!answered) refuse(response, `the container engine does not answer: ${error.message}`);
    });
    upstream.once('close', () => {
      if (!answered) resolve(!connected);
    });
    request.once('close', () => {
      if (!request.complete) upstream.destroy();
    });
    request.pipe(upstream);
  });
}

/** Says why nothing came of a call, in the words that a client shows. */
export function refuse(response: ServerResponse, message: string): void {
  response.writeHead(502, { 'Content-Type': 'application/json', Connection: 'close' });
  response.end(JSON.stringify({ message }));
}

async function passAnswer(
  answer: IncomingMessage,
  passage: Passage,
  upstream: ClientRequest,
): Promise<boolean> {
  const { observer } = passage;
  const succeeded = (answer.statusCode ?? 500) < 300;
  if (!observer || !succeeded) {
    await passStream(answer, passage, upstream);
    return !succeeded;
  }
  if (!observer.take) return passHeld(answer, passage, observer);
  const hasLength = answer.headers['content-length'] !== undefined;
  const reading = new AnswerReader(observer, passage.keep, hasLength);
  await passStream(answer, passage, upstream, reading);
  await reading.finish(false);
  return true;
}

/** The head goes at once: an answer may have its first byte long after it, as `docker wait` does. */
function passStream(
  answer: IncomingMessage,
  { response }: Passage,
  upstream: ClientRequest,
  reading?: AnswerReader,
): Promise<void> {
  passHead(answer, response);
  response.flushHeaders();
  return new Promise((resolve) => {
    const over = (error?: Error | null) => {
      if (error) upstream.destroy();
      resolve();
    };
    if (reading) pipeline(answer, reading, response, over);
    else pipeline(answer, response, over);
  });
}

/** The client learns of what was made once that is written down; that is also done for one that went away. Rejects for an answer that is cut off. */
async function passHeld(answer: IncomingMessage, passage: Passage, observer: Observer): Promise<true> {
  const { response, keep } = passage;
  const bytes = await readWhole(answer);
  keep(await conclude(observer, parseJson(bytes.toString('utf8')), true));
  passHead(answer, response);
  response.end(bytes);
  return true;
}

async function readWhole(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    length += (chunk as Buffer).length;
    if (length > LONGEST_ANSWER) throw new Error('the container engine answers more than can be read');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function passHead(answer: IncomingMessage, response: ServerResponse): void {
  response.sendDate = false;
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage, withoutConnection(answer.rawHeaders));
}

/** A request without a length has no body (RFC 9112, section 6.3); Node would send an empty one in chunks. */
function passRequestHeaders({ headers, rawHeaders }: IncomingMessage): string[] {
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  return [...withoutConnection(rawHeaders), ...(hasBody ? [] : ['Content-Length', '0'])];
}

/** What is between two neighbours only (RFC 9110, section 7.6.1). */
function withoutConnection(rawHeaders: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (!/^(?:connection|keep-alive)$/i.test(rawHeaders[at]!))
      kept.push(rawHeaders[at]!, rawHeaders[at + 1]!);
  }
  return kept;
}
