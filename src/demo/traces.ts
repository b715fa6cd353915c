import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { Engine } from '../engine/engine.ts';
import { type Reset, type ResetOptions, resetTo } from './reset.ts';
import { findAdded, type Snapshot, takeSnapshot, withoutAdded } from './snapshot.ts';

const named = v.object({ id: v.string(), name: v.string() });
const snapshot = v.object({
  engine: v.string(),
  date: v.string(),
  containers: v.array(named),
  images: v.array(v.object({ id: v.string(), tags: v.array(v.string()) })),
  volumes: v.array(v.string()),
  networks: v.array(named),
});
const file = v.object({ lesson: v.string(), before: snapshot, after: v.nullable(snapshot) });

/** What the engine held before a lesson's demo and, when it ended properly, after it. */
interface Kept {
  before: Snapshot;
  after: Snapshot | null;
}

/**
 * What the demo of a lesson leaves on an engine, remembered in a file below the state folder, so that it can
 * be removed also on another day, and what the user made before or since is not.
 */
export class Traces {
  private readonly lesson: string;
  private readonly file: string;
  private running = false;

  /** `lesson` is the page's absolute path. */
  constructor(stateFolder: string, lesson: string) {
    this.lesson = lesson;
    const name = createHash('sha256').update(lesson).digest('hex').slice(0, 32);
    this.file = join(stateFolder, 'traces', `${name}.json`);
  }

  /** A demo begins. What an earlier one left still counts as the demo's. */
  async begin(engine: Engine): Promise<void> {
    const now = await takeSnapshot(engine);
    const kept = this.read(engine);
    this.running = true;
    const left = kept && findAdded(kept.before, kept.after ?? now);
    this.write({ before: left ? withoutAdded(now, left) : now, after: null });
  }

  /** The demo has ended: what appears from now on is not its own. */
  async end(engine: Engine): Promise<void> {
    this.running = false;
    const kept = this.read(engine);
    if (kept) this.write({ ...kept, after: await takeSnapshot(engine) });
  }

  /** Removes what the demo left; `null` when none was run on this engine. */
  async reset(engine: Engine, options: Omit<ResetOptions, 'until'> = {}): Promise<Reset | null> {
    const kept = this.read(engine);
    if (!kept) return null;
    const until = this.running ? null : kept.after;
    const reset = await resetTo(kept.before, engine, { ...options, ...(until && { until }) });
    if (options.dryRun) return reset;
    // Without its images a demo is not undone entirely: they may be asked for later.
    if (options.images && reset.problems.length === 0 && !this.running) rmSync(this.file, { force: true });
    else this.write({ before: kept.before, after: until ?? (await takeSnapshot(engine)) });
    return reset;
  }

  private read(engine: Engine): Kept | null {
    try {
      const { lesson, before, after } = v.parse(file, JSON.parse(readFileSync(this.file, 'utf8')));
      return lesson === this.lesson && before.engine === engine.id ? { before, after } : null;
    } catch {
      return null;
    }
  }

  /** For the user's eyes only, and whole or not at all. */
  private write(kept: Kept): void {
    mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
    const draft = `${this.file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ lesson: this.lesson, ...kept }), { mode: 0o600 });
    renameSync(draft, this.file);
  }
}
