import type { Block, CommandEntry, OutputEntry, TranscriptEntry } from './model.ts';
import { mapBlocks } from './walk.ts';

/** Blanks that are left between two columns of a squeezed table. */
const GAP = 2;

/**
 * A fixed-width table (`docker ps`) with the empty space between its columns taken out: where all rows have
 * more than two blanks, two are left. Other text is returned as it is. The words stay the same.
 */
export function squeezeTables(text: string): string {
  const lines = text.split('\n');
  const squeezed: string[] = [];
  for (let from = 0; from < lines.length; ) {
    const to = endOfTable(lines, from);
    squeezed.push(
      ...(to - from >= 1 && isHeader(lines[from]!)
        ? squeezeRows(lines.slice(from, to))
        : lines.slice(from, to)),
    );
    from = to;
  }
  return squeezed.join('\n');
}

/** Outputs, and code that looks like one, with what is shown of them where that is not as it is written. */
export function squeezeOutputs(blocks: readonly Block[]): Block[] {
  return mapBlocks(blocks, (block) => {
    if (block.kind === 'code' && block.language === '') return withSqueezed(block, block.text);
    return block.kind === 'transcript' ? { ...block, entries: block.entries.map(squeezeEntry) } : block;
  });
}

function squeezeEntry(entry: TranscriptEntry): TranscriptEntry {
  if (entry.kind === 'command') return withOutput(entry, entry.output);
  return entry.kind === 'output' ? withSqueezed(entry, entry.text) : entry;
}

/** The command with another output: a shorter one. */
export function withOutput(entry: CommandEntry, output: string): CommandEntry {
  return withSqueezed({ ...entry, output }, output);
}

/** The output with another text: a shorter one. */
export function withText(entry: OutputEntry, text: string): OutputEntry {
  return withSqueezed({ ...entry, text }, text);
}

function withSqueezed<T extends { squeezed?: string }>(one: T, text: string): T {
  const { squeezed: _, ...rest } = one;
  const squeezed = squeezeTables(text);
  return (squeezed === text ? rest : { ...rest, squeezed }) as T;
}

/** A table goes on until an empty line. */
function endOfTable(lines: readonly string[], from: number): number {
  let to = from + 1;
  if (lines[from]!.trim() === '' || !isHeader(lines[from]!)) return to;
  while (to < lines.length && lines[to]!.trim() !== '') to += 1;
  return to;
}

/** Names in capitals, at least two, parted by two blanks or more: `CONTAINER ID   IMAGE   COMMAND`. */
function isHeader(line: string): boolean {
  const names = line.trim().split(/ {2,}/);
  return (
    names.length >= 2 &&
    line === line.replace(/\t/g, ' ') &&
    names.every((name) => /^[\p{Lu}][\p{Lu}\p{N} ()/%_.:-]*$/u.test(name))
  );
}

function squeezeRows(rows: readonly string[]): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const cut = columnsToCut(rows, width);
  return rows.map((row) =>
    [...row.padEnd(width)]
      .filter((_, at) => !cut.has(at))
      .join('')
      .trimEnd(),
  );
}

/** In each run of columns that are blank in every row, all but the first two. The indent stays. */
function columnsToCut(rows: readonly string[], width: number): Set<number> {
  const cut = new Set<number>();
  let blanks = 0;
  let begun = false;
  for (let at = 0; at < width; at += 1) {
    const blank = rows.every((row) => at >= row.length || row[at] === ' ');
    blanks = blank ? blanks + 1 : 0;
    begun ||= !blank;
    if (begun && blanks > GAP) cut.add(at);
  }
  return cut;
}
