import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type EntrySecrets, makeSecrets } from './entry.ts';

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const schema = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  place: hex,
  door: hex,
  windows: hex,
  former: v.array(hex),
});

/** Places that are remembered: one a crash. */
const MOST_FORMER = 8;

/** A helper that runs, or was killed. */
export type Run = v.InferOutput<typeof schema>;

/**
 * What one run of the helper writes down, for the user's eyes only: `capas open` makes keys from it, and after
 * a crash the next helper of the same course takes its windows back. A clean end removes it.
 */
export class RunFile {
  readonly secrets: EntrySecrets;
  /** The port of the helper that was killed; 0 where none was. */
  readonly formerPort: number;
  private readonly path: string;

  /**
   * Takes over what a killed helper of the same course left behind, if any.
   *
   * @param course the real path of what is presented
   */
  constructor(stateFolder: string, course: string) {
    const folder = join(stateFolder, FOLDER);
    const name = nameOf(course);
    this.path = join(folder, `${name}-${randomBytes(8).toString('hex')}.json`);
    this.secrets = makeSecrets();
    this.formerPort = this.inherit(takeOver(folder, name, this.path));
  }

  /** Writes it down; gives what the file system says where that can't be done. A class can be held without it. */
  tryToWrite(port: number): string | null {
    try {
      this.write(port);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  }

  remove(): void {
    try {
      rmSync(this.path);
    } catch {
      // It could not be written either.
    }
  }

  private inherit(left: Run | null): number {
    if (!left) return 0;
    this.secrets.windows = left.windows;
    this.secrets.former = [...left.former, left.place].slice(-MOST_FORMER);
    this.tryToWrite(left.port);
    return left.port;
  }

  private write(port: number): void {
    mkdirSync(join(this.path, '..'), { recursive: true, mode: 0o700 });
    const draft = `${this.path}.draft`;
    const run: Run = { pid: process.pid, port, ...this.secrets };
    writeFileSync(draft, JSON.stringify(run), { mode: 0o600 });
    renameSync(draft, this.path);
  }
}

/** The helpers that run now, of one course or of all; the one that began last comes first. */
export function findRuns(stateFolder: string, course?: string): Run[] {
  return list(join(stateFolder, FOLDER), course ? nameOf(course) : '')
    .map(({ run }) => run)
    .filter(({ pid }) => isAlive(pid));
}

const FOLDER = 'running';

/** Renaming is what only one of two helpers that begin at once can do. */
function takeOver(folder: string, name: string, own: string): Run | null {
  for (const { path, run } of list(folder, name)) {
    if (isAlive(run.pid)) continue;
    try {
      renameSync(path, own);
      return run;
    } catch {
      // The other one has it.
    }
  }
  return null;
}

function list(folder: string, name: string): { path: string; run: Run; time: number }[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.startsWith(name) && file.endsWith('.json'))
      .flatMap((file) => read(join(folder, file)))
      .sort((a, b) => b.time - a.time);
  } catch {
    return [];
  }
}

function read(path: string): { path: string; run: Run; time: number }[] {
  try {
    return [
      { path, run: v.parse(schema, JSON.parse(readFileSync(path, 'utf8'))), time: statSync(path).mtimeMs },
    ];
  } catch {
    return [];
  }
}

/** A process of another user has got the number of one that was ours. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function nameOf(course: string): string {
  return createHash('sha256').update(course).digest('hex').slice(0, 32);
}
