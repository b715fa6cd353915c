import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';

const file = v.object({ lesson: v.string(), digests: v.array(v.string()) });

/** Approvals kept of one lesson: going back to an earlier version does not ask again. */
const MOST_KEPT = 20;

/** Which commands of which lessons the user has approved, in a file a lesson below the state folder. */
export class ApprovalStore {
  private readonly folder: string;

  constructor(stateFolder: string) {
    this.folder = join(stateFolder, 'approved');
  }

  /** Digests approved for the page at this path; a file that can't be read approves nothing. */
  read(path: string): string[] {
    try {
      const kept = v.parse(file, JSON.parse(readFileSync(this.fileOf(path), 'utf8')));
      return kept.lesson === path ? kept.digests : [];
    } catch {
      return [];
    }
  }

  /** Remembers an approval; for the user's eyes only, and whole or not at all. */
  add(path: string, digest: string): void {
    const digests = [...this.read(path).filter((other) => other !== digest), digest].slice(-MOST_KEPT);
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
