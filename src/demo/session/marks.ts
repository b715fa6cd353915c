import { randomBytes } from 'node:crypto';

/**
 * What the shell says between the lines: OSC 133 marks (the FinalTerm / "semantic prompt" sequences), each
 * ending in a nonce of the session, so that a command's output can't forge one.
 */
export type Mark =
  | { type: 'prompt' }
  /** The shell asks for more of the same command: an open quote, a here-document. */
  | { type: 'continued' }
  | { type: 'started' }
  | { type: 'ended'; status: number }
  /** The shell throws away what a command has left unread, until it reads the session's key. */
  | { type: 'discarding' }
  /** The shell has read that key; `any`: there was something before it. */
  | { type: 'discarded'; any: boolean };

/** A new nonce: 128 random bits. */
export function makeNonce(): string {
  return randomBytes(16).toString('hex');
}

/** What `shell.ts` has the shell print for each mark, without ESC and BEL. */
export const markBody = {
  prompt: (nonce: string) => `]133;B;${nonce}`,
  continued: (nonce: string) => `]133;P;${nonce}`,
  started: (nonce: string) => `]133;C;${nonce}`,
  ended: (nonce: string, status: string) => `]133;D;${status};${nonce}`,
  discarding: (nonce: string) => `]133;R;${nonce}`,
  discarded: (nonce: string, any: string) => `]133;U;${any};${nonce}`,
};

const OPENING = Buffer.from('\x1b]133;');
const BELL = 0x07;
/** Longest mark of ours, in bytes; an opening that is not closed by then is not ours. */
const LONGEST = 64;

/**
 * Takes our marks out of a stream of bytes, in order, also when one is cut over several chunks. Everything
 * else goes through untouched, forged marks too: a terminal ignores them.
 */
export class MarkFilter {
  private held: Buffer = Buffer.alloc(0);
  private readonly nonce: string;

  constructor(nonce: string) {
    this.nonce = nonce;
  }

  push(chunk: Buffer, onBytes: (bytes: Buffer) => void, onMark: (mark: Mark) => void): void {
    const data = this.held.length > 0 ? Buffer.concat([this.held, chunk]) : chunk;
    this.held = Buffer.alloc(0);
    const emit = (from: number, to: number) => {
      if (to > from) onBytes(data.subarray(from, to));
    };
    let done = 0;
    let from = 0;
    for (;;) {
      const start = data.indexOf(OPENING, from);
      if (start < 0) break;
      const end = data.subarray(start, start + LONGEST).indexOf(BELL);
      if (end < 0 && data.length - start < LONGEST) {
        emit(done, start);
        this.held = Buffer.from(data.subarray(start));
        return;
      }
      const mark = end < 0 ? null : readMark(data.toString('latin1', start + 1, start + end), this.nonce);
      if (mark) {
        emit(done, start);
        onMark(mark);
        done = start + end + 1;
      }
      from = mark ? done : start + OPENING.length;
    }
    const tail = data.length - tailThatMayOpen(data, from);
    emit(done, tail);
    this.held = Buffer.from(data.subarray(tail));
  }

  /** What was held back in case it became a mark: to be shown when the stream ends. */
  rest(): Buffer {
    const rest = this.held;
    this.held = Buffer.alloc(0);
    return rest;
  }
}

function readMark(body: string, nonce: string): Mark | null {
  if (!body.endsWith(`;${nonce}`)) return null;
  if (body === markBody.prompt(nonce)) return { type: 'prompt' };
  if (body === markBody.continued(nonce)) return { type: 'continued' };
  if (body === markBody.started(nonce)) return { type: 'started' };
  if (body === markBody.discarding(nonce)) return { type: 'discarding' };
  const any = /^\]133;U;([01]);/.exec(body);
  if (any) return { type: 'discarded', any: any[1] === '1' };
  const status = /^\]133;D;(\d{1,3});/.exec(body);
  return status ? { type: 'ended', status: Number(status[1]) } : null;
}

/** How many of the last bytes are the beginning of an opening that the next chunk may complete. */
function tailThatMayOpen(data: Buffer, from: number): number {
  for (let length = Math.min(OPENING.length - 1, data.length - from); length > 0; length--) {
    if (data.subarray(data.length - length).equals(OPENING.subarray(0, length))) return length;
  }
  return 0;
}
