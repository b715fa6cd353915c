import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/system/package-root.ts';
import { codeLines, draw, lineHash } from '../golden/transcripts/draw.ts';
import { type LineKind, type MappedLine, mapLines } from './line-map.ts';
import { compileFile, corpus, listPages } from './pages.ts';

/** A line that a person labelled from reading the page. `other`: neither typed nor printed (a file, prose). */
interface Labelled {
  page: string;
  line: number;
  label: Exclude<LineKind, 'blank' | 'code'> | 'other';
  hash: string;
  sample: string;
}

interface Judged extends Labelled {
  found: MappedLine | undefined;
}

/** How the samples were drawn; the fresh one from what the first left, once the compiler knew that one. */
const samples = [
  { name: 'first', count: 400, seed: 'capas-1' },
  { name: 'fresh', count: 200, seed: 'capas-2' },
];

const pages = new Set(listPages().map(({ name }) => name));
const labelled = readSample();

describe.skipIf(pages.size === 0)('lines of real pages, labelled by hand', () => {
  const judged = judge(labelled.filter(({ page }) => pages.has(page)));

  afterAll(() => {
    for (const { name } of samples) console.log(report(name, judged));
  });

  it('are still the lines that were labelled', () => {
    expect(judged).toHaveLength(labelled.length);
    expect(judged.filter(({ page, line, hash }) => lineHash(textAt(page, line)) !== hash)).toEqual([]);
  });

  it('are those that chance drew, not those that are easy', () => {
    let left = listPages().flatMap(({ name, path }) => codeLines(name, readFileSync(path, 'utf8')));
    for (const { name, count, seed } of samples) {
      const places = draw(left, count, seed).map(({ page, line }) => `${page}:${line}`);
      const kept = labelled.filter(({ sample }) => sample === name);
      expect(kept.map(({ page, line }) => `${page}:${line}`)).toEqual(places);
      left = left.filter(({ page, line }) => !places.includes(`${page}:${line}`));
    }
  });

  it.each(samples.map(({ name }) => name))('are told apart: commands of the %s sample', (sample) => {
    const { precision, recall } = measure(judged.filter((line) => line.sample === sample));
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.99);
  });

  it('are never offered to run when they were printed', () => {
    const typed = ['command', 'continuation'];
    expect(judged.filter(({ label, found }) => found?.run === true && !typed.includes(label))).toEqual([]);
  });
});

/** Reads `sample.tsv`: page, line, label, hash of the line, which sample. */
function readSample(): Labelled[] {
  const text = readFileSync(join(packageRoot, 'tests/golden/transcripts/sample.tsv'), 'utf8');
  const [, ...rows] = text.trimEnd().split('\n');
  return rows.map((row) => {
    const [page, line, label, hash, sample] = row.split('\t');
    return { page, line: Number(line), label, hash, sample } as Labelled;
  });
}

function judge(lines: Labelled[]): Judged[] {
  const maps = new Map<string, Map<number, MappedLine>>();
  return lines.map((line) => {
    const map = maps.get(line.page) ?? mapLines(compileFile(join(corpus, line.page)));
    maps.set(line.page, map);
    return { ...line, found: map.get(line.line) };
  });
}

function textAt(page: string, line: number): string {
  return readFileSync(join(corpus, page), 'utf8').split(/\r?\n/)[line - 1] ?? '';
}

function measure(lines: Judged[]): { precision: number; recall: number; commands: number } {
  const commands = lines.filter(({ label }) => label === 'command');
  const found = lines.filter((line) => line.found?.kind === 'command');
  const right = commands.filter((line) => line.found?.kind === 'command');
  return {
    precision: right.length / found.length,
    recall: right.length / commands.length,
    commands: commands.length,
  };
}

function report(sample: string, all: Judged[]): string {
  const lines = all.filter((line) => line.sample === sample);
  const { precision, recall, commands } = measure(lines);
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
  const wrong = lines
    .filter((line) => !agrees(line))
    .map(({ page, line, label, found }) => `  ${page}:${line} ${label}, read as ${found?.kind ?? 'prose'}`);
  return [
    `${sample} sample: ${lines.length} lines, ${commands} commands, precision ${percent(precision)}, recall ${percent(recall)}`,
    ...wrong,
  ].join('\n');
}

/** An output may stand in a block of its own, which is no transcript. */
function agrees({ label, found }: Judged): boolean {
  const kind = found?.kind ?? 'code';
  return label === kind || (kind === 'code' && (label === 'output' || label === 'other'));
}
