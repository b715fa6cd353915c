import { Transform, type TransformCallback } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { conclude, type Fact, type Observer } from './facts.ts';

/** Characters of one line of a stream that are read; a longer one is passed on unread. */
const LONGEST_LINE = 1024 * 1024;

/**
 * An answer that is a stream of JSON lines, passed on byte for byte. What a line tells is written down before
 * the line goes on, and what the whole tells before its end does.
 */
export class AnswerReader extends Transform {
  private readonly observer: Observer;
  /** The last bytes, of an answer whose length tells the client that there are no more. */
  private last: Buffer | null = null;
  private readonly holdsLast: boolean;
  private readonly keep: (facts: readonly Fact[]) => void;
  private readonly decoder = new StringDecoder('utf8');
  private line = '';
  private isTooLong = false;
  private finished: Promise<void> | null = null;

  constructor(observer: Observer, keep: (facts: readonly Fact[]) => void, hasLength: boolean) {
    super();
    this.holdsLast = hasLength;
    this.observer = observer;
    this.keep = keep;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const [first = '', ...others] = this.decoder.write(chunk).split('\n');
    this.append(first);
    for (const part of others) {
      this.endLine();
      this.append(part);
    }
    if (!this.holdsLast) return done(null, chunk);
    if (this.last) this.push(this.last);
    this.last = chunk;
    done();
  }

  override _flush(done: TransformCallback): void {
    void this.finish(true).then(() => done(null, this.last));
  }

  /** Reads what is left, also of an answer that was cut off. Never rejects. */
  finish(isWhole: boolean): Promise<void> {
    this.finished ??= this.conclude(isWhole);
    return this.finished;
  }

  private append(text: string): void {
    this.isTooLong ||= this.line.length + text.length > LONGEST_LINE;
    this.line = this.isTooLong ? '' : this.line + text;
  }

  private endLine(): void {
    const { line } = this;
    this.line = '';
    this.isTooLong = false;
    const value = parseJson(line);
    if (value !== undefined) this.keep(this.observer.take?.(value) ?? []);
  }

  private async conclude(isWhole: boolean): Promise<void> {
    this.endLine();
    this.keep(await conclude(this.observer, undefined, isWhole));
  }
}

/** `undefined` for a text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
