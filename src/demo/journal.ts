import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Fact } from '../engine/engine.ts';
import { complain } from '../system/say.ts';
import { sendSignal } from './processes.ts';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
const thing = v.variant('kind', [
  v.object({ kind: v.literal('container'), id: text }),
  v.object({ kind: v.literal('network'), id: text }),
  v.object({ kind: v.literal('volume'), name: text, created: v.string() }),
  v.object({ kind: v.literal('image'), reference: text, id: text, sure: v.boolean() }),
]);
const fact = v.variant('what', [
  v.object({ what: v.literal('made'), thing }),
  v.object({ what: v.literal('gone'), kind: v.picklist(['volume', 'image']), name: text }),
]);
const entry = v.object({ lesson: v.string(), engine: text, at: text, fact });

/** One line of a journal: what happened on which engine, and when (ISO 8601). */
export interface Entry {
  engine: string;
  at: string;
  fact: Fact;
}

/** Bytes of one run's file that are read: some hundred thousand things. */
const LARGEST = 32 * 1024 * 1024;

/**
 * What a lesson's demos made, a line each, written before anybody else hears of it: what is cut off at any
 * moment loses nothing. Each run has a file of its own (its process's number stands in the name), so that
 * two of them never write over each other.
 */
export class Journal {
  private readonly folder: string;
  private readonly file: string;
  private readonly lesson: string;
  private readonly own: Entry[] = [];
  private failed = false;

  /** `lesson` is the page's absolute path; also by a link it is the same lesson. */
  constructor(stateFolder: string, lesson: string) {
    this.lesson = resolveLinks(lesson);
    const name = createHash('sha256').update(this.lesson).digest('hex').slice(0, 32);
    this.folder = join(stateFolder, 'made', name);
    this.file = join(this.folder, `${process.pid}-${randomBytes(6).toString('hex')}.jsonl`);
  }

  /** What can't be written (a full disk) is known to this process only, and said once on standard error. */
  append(engine: string, facts: readonly Fact[]): void {
    if (facts.length === 0) return;
    const at = new Date().toISOString();
    const entries = facts.map((one) => ({ engine, at, fact: one }));
    this.own.push(...entries);
    try {
      this.write(entries.map((one) => `${JSON.stringify({ lesson: this.lesson, ...one })}\n`).join(''));
    } catch (error) {
      if (!this.failed)
        complain(`capas: what the demo makes can't be written down: ${(error as Error).message}\n`);
      this.failed = true;
    }
  }

  /** All lines in the order of their time, whatever file they stand in; torn and foreign ones are left out. */
  read(): Entry[] {
    const others = this.listFiles().filter((path) => path !== this.file);
    const read = others.flatMap((path) => readEntries(path, this.lesson));
    return [...read, ...this.own].sort((one, other) => one.at.localeCompare(other.at));
  }

  /** Forgets everything, once nothing is left of it; not while another run of the lesson goes on. */
  clear(): void {
    const files = this.listFiles();
    if (files.some((path) => path !== this.file && isRunning(path))) return;
    for (const path of files) rmSync(path, { force: true });
    this.own.length = 0;
  }

  /** For the user's eyes only. */
  private write(lines: string): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
    const file = openSync(this.file, flags, 0o600);
    try {
      writeSync(file, lines);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  private listFiles(): string[] {
    try {
      const names = readdirSync(this.folder).filter((name) => /^\d+-[0-9a-f]+\.jsonl$/.test(name));
      return names.map((name) => join(this.folder, name));
    } catch {
      return [];
    }
  }
}

function resolveLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isRunning(path: string): boolean {
  return sendSignal(Number(/(\d+)-[0-9a-f]+\.jsonl$/.exec(path)?.[1]), 0);
}

function readEntries(path: string, lesson: string): Entry[] {
  return readRegularFile(path)
    .split('\n')
    .flatMap((line) => {
      const entry = readEntry(line);
      return entry?.lesson === lesson ? [entry] : [];
    });
}

/** Neither a link, nor what never ends, nor what somebody else owns. */
function readRegularFile(path: string): string {
  try {
    const flags = constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOFOLLOW ?? 0);
    const file = openSync(path, flags);
    try {
      const stat = fstatSync(file);
      const isOurs = process.getuid === undefined || stat.uid === process.getuid();
      return isOurs && stat.isFile() && stat.size <= LARGEST ? readFileSync(file, 'utf8') : '';
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

function readEntry(line: string): v.InferOutput<typeof entry> | null {
  try {
    const parsed = v.safeParse(entry, JSON.parse(line));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
