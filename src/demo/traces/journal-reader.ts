import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { complain } from '../../system/say.ts';
import { type Entry, parseEntry, type Run } from './journal-entry.ts';
import { findProcess } from './journal-name.ts';

/** Bytes of one run's file that are read: about half a million things. */
const LARGEST = 128 * 1024 * 1024;
/** Bytes of a line; we write some hundreds. */
const LONGEST_LINE = 64 * 1024;
/** Bytes that are read at once. */
const CHUNK = 256 * 1024;

/** Another run's file of a journal, read as far as it was written: each time only what has come since. */
export class JournalReader {
  readonly path: string;
  private readonly lesson: string;
  private readonly largest: number;
  private readonly run: Run = { process: null };
  private readonly whole: Entry[] = [];
  private position = 0;
  /** Bytes of a line that has no end yet. */
  private rest: Buffer = NONE;
  private isTooLong = false;
  private problem = '';

  constructor(path: string, lesson: string, largest = LARGEST) {
    this.path = path;
    this.lesson = lesson;
    this.largest = largest;
  }

  /** Its whole lines, and the last one also without its end; torn and foreign ones are left out. */
  get entries(): readonly Entry[] {
    const last = this.isTooLong ? null : parseEntry(this.rest.toString('utf8'), this.lesson, this.run);
    return last ? [...this.whole, last] : this.whole;
  }

  /** The run goes on: more may be written. */
  get isRunning(): boolean {
    return this.run.process !== null;
  }

  /** Nothing of it is left unread. */
  get isRead(): boolean {
    return this.problem === '';
  }

  /** Reads what has come. What can't be read is said once on standard error. */
  refresh(): void {
    // Before its last words are read: what it writes until it ends must not be missed.
    const process = findProcess(basename(this.path));
    try {
      this.readMore();
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      // Another run may have forgotten it meanwhile.
      if (code !== 'ENOENT') this.complainOnce(`can't be read: ${message}`);
    }
    const isOver = this.entries.at(-1)?.fact.what === 'over';
    this.run.process = isOver ? null : process;
  }

  /** Neither a link, nor what never ends, nor what somebody else owns. */
  private readMore(): void {
    if (lstatSync(this.path).size === this.position) return;
    const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
    const file = openSync(this.path, flags);
    try {
      const stat = fstatSync(file);
      if (!stat.isFile()) throw new Error('it is no file');
      if (process.getuid !== undefined && stat.uid !== process.getuid())
        throw new Error('it belongs to somebody else');
      const chunk = Buffer.alloc(Math.min(CHUNK, stat.size));
      for (let length = this.readChunk(file, chunk); length > 0; length = this.readChunk(file, chunk))
        this.take(chunk.subarray(0, length));
      if (stat.size > this.largest)
        this.complainOnce('is too large to be read to its end: what a demo made later is not known');
    } finally {
      closeSync(file);
    }
  }

  private readChunk(file: number, chunk: Buffer): number {
    const most = Math.min(chunk.length, this.largest - this.position);
    const length = readSync(file, chunk, 0, most, this.position);
    this.position += length;
    return length;
  }

  private take(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, from)) {
      this.append(chunk.subarray(from, end));
      this.endLine();
      from = end + 1;
    }
    this.append(chunk.subarray(from));
  }

  private append(bytes: Buffer): void {
    this.isTooLong ||= this.rest.length + bytes.length > LONGEST_LINE;
    this.rest = this.isTooLong ? NONE : Buffer.concat([this.rest, bytes]);
  }

  private endLine(): void {
    const entry = parseEntry(this.rest.toString('utf8'), this.lesson, this.run);
    if (entry) this.whole.push(entry);
    this.rest = NONE;
    this.isTooLong = false;
  }

  private complainOnce(problem: string): void {
    if (this.problem === '') complain(`capas: ${this.path}: ${problem}\n`);
    this.problem = problem;
  }
}

const LINE_END = '\n'.charCodeAt(0);
const NONE: Buffer = Buffer.alloc(0);
