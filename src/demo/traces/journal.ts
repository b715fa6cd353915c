import { createHash } from 'node:crypto';
import { readdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '../../engine/engine.ts';
import { complain } from '../../system/say.ts';
import { type Entry, formatEntry, type Note } from './journal-entry.ts';
import { isRunName, nameRun } from './journal-name.ts';
import { JournalReader } from './journal-reader.ts';
import { JournalWriter } from './journal-writer.ts';

/**
 * What a lesson's demos made, a line each, written before anybody else hears of it: what is cut off at any
 * moment loses nothing. Each run has a file of its own, so that two of them never write over each other.
 */
export class Journal {
  private readonly folder: string;
  private readonly file: string;
  private readonly lesson: string;
  private readonly writer: JournalWriter;
  private readonly own: Entry[] = [];
  private others = new Map<string, JournalReader>();

  /** `lesson` is the page's absolute path; also by a link it is the same lesson. */
  constructor(stateFolder: string, lesson: string) {
    this.lesson = resolveLinks(lesson);
    const name = createHash('sha256').update(this.lesson).digest('hex').slice(0, 32);
    this.folder = join(stateFolder, 'made', name);
    this.file = nameRun();
    this.writer = new JournalWriter(join(this.folder, this.file));
  }

  /** What can't be written yet is known to this process, and written when it can be. */
  append(engine: string, facts: readonly (Fact | Note)[]): void {
    if (facts.length === 0) return;
    this.refresh();
    const highest = this.highest();
    const at = new Date().toISOString();
    const run = { process: process.pid };
    const entries = facts.map(
      (fact, index): Entry => ({ engine, number: highest + 1 + index, at, fact, run }),
    );
    this.own.push(...entries);
    this.writer.write(entries.map((one) => formatEntry(this.lesson, one)));
  }

  /** All lines in the order in which they were written, whatever file they stand in. */
  read(): Entry[] {
    this.refresh();
    return this.list().sort((one, other) => one.number - other.number || one.at.localeCompare(other.at));
  }

  /** How much is known: less than later when anything has come. */
  get length(): number {
    this.refresh();
    return this.count();
  }

  /**
   * Forgets everything, once nothing is left of it: only when no more is known than this `length`, and not while
   * another run of the lesson goes on.
   */
  clear(length: number): void {
    this.refresh();
    const others = [...this.others.values()];
    if (this.count() !== length || others.some(({ isRunning }) => isRunning)) return;
    try {
      for (const { path } of others.filter(({ isRead }) => isRead)) rmSync(path, { force: true });
      this.writer.remove();
      this.own.length = 0;
    } catch (error) {
      complain(`capas: what is gone can't be forgotten: ${(error as Error).message}\n`);
    }
  }

  /** The demo is over: what is owed is written, and others need not mind this run any more. */
  end(): void {
    const last = this.own.at(-1);
    if (last && last.fact.what !== 'over') this.append(last.engine, [{ what: 'over' }]);
    this.writer.flush();
  }

  private refresh(): void {
    const found = this.listFiles();
    this.others = new Map(found.map((name) => [name, this.others.get(name) ?? this.open(name)]));
    for (const reader of this.others.values()) reader.refresh();
  }

  private open(name: string): JournalReader {
    return new JournalReader(join(this.folder, name), this.lesson);
  }

  private count(): number {
    return [...this.others.values()].reduce((sum, { entries }) => sum + entries.length, this.own.length);
  }

  /** Each run numbers its lines upwards, so that its last one tells. */
  private highest(): number {
    const last = [...this.others.values()].map(({ entries }) => entries.at(-1)?.number ?? 0);
    return Math.max(this.own.at(-1)?.number ?? 0, ...last);
  }

  private list(): Entry[] {
    return [...[...this.others.values()].flatMap(({ entries }) => entries), ...this.own];
  }

  /** Of other runs: what is no regular file is none of ours, whatever its name. */
  private listFiles(): string[] {
    try {
      const found = readdirSync(this.folder, { withFileTypes: true });
      const names = found.filter((one) => one.isFile() && isRunName(one.name)).map(({ name }) => name);
      return names.filter((name) => name !== this.file);
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
