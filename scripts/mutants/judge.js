/**
 * Tells Stryker which mutants to leave aside: those that are known to change nothing (`equivalent.json`), and
 * of a sample those that were not drawn. It is a "checker" for Stryker: what it refuses counts as one that
 * does not compile, and so does not count.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const share = Number(process.env.CAPAS_MUTANTS_SAMPLE ?? 100) / 100;
const seed = process.env.CAPAS_MUTANTS_SEED ?? '1';
const known = JSON.parse(readFileSync(new URL('equivalent.json', import.meta.url), 'utf8'));

export const strykerPlugins = [{ kind: 'Checker', name: 'judge', factory: () => new Judge() }];

class Judge {
  sources = new Map();

  async init() {}

  /** All at once: nothing is started for any of them. */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, this.judge(mutant)]));
  }

  judge(mutant) {
    const file = relative(process.cwd(), mutant.fileName).replace(/^out\/mutants\/[^/]+\//, '');
    const line = this.readLines(file)[mutant.location.start.line] ?? '';
    const same = known.find(
      (one) =>
        one.file === file &&
        one.line === line.trim() &&
        (one.becomes === undefined || one.becomes === mutant.replacement),
    );
    if (same) return leaveOut(`equivalent: ${same.why}`);
    return isDrawn(file, mutant) ? { status: 'passed' } : leaveOut('not in the sample');
  }

  readLines(file) {
    if (!this.sources.has(file)) this.sources.set(file, readFileSync(file, 'utf8').split('\n'));
    return this.sources.get(file);
  }
}

function leaveOut(reason) {
  return { status: 'compileError', reason };
}

/** The same mutants for the same seed, whatever else has changed. */
function isDrawn(file, { location, replacement }) {
  const { start, end } = location;
  const name = [seed, file, start.line, start.column, end.line, end.column, replacement].join('\0');
  return createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32 < share;
}
