import { closeSync, constants, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { complain } from '../../system/say.ts';

/** Milliseconds between tries to write what could not be written. */
const AGAIN = 5_000;

/**
 * Writes lines to a file, for the user's eyes only, and each to the disk before it goes on. What can't be
 * written (a full disk) is owed: it is written as soon as it can be, in its order, and never glued to a line
 * that was torn.
 */
export class JournalWriter {
  private readonly path: string;
  private owed: string[] = [];
  /** The file ends in the midst of a line. */
  private isTorn = false;
  private again: NodeJS.Timeout | null = null;

  constructor(path: string) {
    this.path = path;
  }

  /** Lines with their ends. When they begin and cease to fail is said on standard error. */
  write(lines: readonly string[]): void {
    this.owed.push(...lines);
    this.flush();
  }

  /** Writes what is owed, where it can be. */
  flush(): void {
    if (this.owed.length === 0) return;
    try {
      this.writeOwed();
      if (this.again) complain('capas: what the demo makes is written down again\n');
      this.rest();
    } catch (error) {
      if (!this.again)
        complain(`capas: what the demo makes can't be written down: ${(error as Error).message}\n`);
      this.again ??= setInterval(() => this.flush(), AGAIN).unref();
    }
  }

  /** Forgets what was written and what is owed. */
  remove(): void {
    this.owed = [];
    this.isTorn = false;
    this.rest();
    rmSync(this.path, { force: true });
  }

  private writeOwed(): void {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
    const file = openSync(this.path, flags, 0o600);
    let written = 0;
    try {
      try {
        for (const line of this.owed) {
          this.writeLine(file, line);
          written += 1;
        }
      } finally {
        // Some disks tell only here that they are full: then all of it is owed again.
        fsyncSync(file);
        this.owed.splice(0, written);
      }
    } finally {
      closeSync(file);
    }
  }

  /** A full disk may take a part, and says so only by how much it took. */
  private writeLine(file: number, line: string): void {
    const bytes = Buffer.from(this.isTorn ? `\n${line}` : line);
    for (let at = 0; at < bytes.length; ) {
      const count = writeSync(file, bytes, at);
      if (count === 0) throw new Error('the disk takes nothing more');
      at += count;
      this.isTorn = at < bytes.length;
    }
  }

  private rest(): void {
    if (this.again) clearInterval(this.again);
    this.again = null;
  }
}
