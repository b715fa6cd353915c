import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { readUserFile } from '../../system/user-file.ts';

const file = v.object({ lesson: v.string(), digests: v.array(v.string()) });

/** Approvals kept of one lesson: going back to an earlier version does not ask again. */
const MOST_KEPT = 20;
/** Bytes; nothing that we wrote comes near. */
const LARGEST = 64 * 1024;

/**
 * Which commands of which lessons the user has approved, in a file a lesson below the state folder; what can't
 * be written there holds as long as this program runs.
 */
export class ApprovalStore {
  private readonly folder: string;
  private readonly unwritten = new Map<string, string[]>();

  constructor(stateFolder: string) {
    this.folder = join(stateFolder, 'approved');
  }

  /** Digests approved for the page at this path; a file that can't be read approves nothing. */
  read(path: string): string[] {
    return [...this.readKept(path), ...(this.unwritten.get(path) ?? [])];
  }

  /** Remembers an approval. @returns why it holds for now only: the system's words; `null` when it is kept. */
  add(path: string, digest: string): string | null {
    try {
      this.keep(path, digest);
      return null;
    } catch (error) {
      this.unwritten.set(path, [...(this.unwritten.get(path) ?? []), digest].slice(-MOST_KEPT));
      return (error as Error).message;
    }
  }

  private readKept(path: string): string[] {
    try {
      const kept = v.parse(file, JSON.parse(readUserFile(this.fileOf(path), LARGEST).toString()));
      return kept.lesson === path ? kept.digests : [];
    } catch {
      return [];
    }
  }

  /** For the user's eyes only, and whole or not at all. */
  private keep(path: string, digest: string): void {
    const digests = [...this.readKept(path).filter((other) => other !== digest), digest].slice(-MOST_KEPT);
    const target = this.fileOf(path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const draft = `${target}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ lesson: path, digests }), { mode: 0o600 });
    renameSync(draft, target);
  }

  private fileOf(path: string): string {
    return join(this.folder, `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.json`);
  }
}
