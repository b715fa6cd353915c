import { expect } from 'vitest';
import type { Block, Lesson, Step } from '../../../src/compiler/model.ts';
import { mapBlocks } from '../../../src/compiler/walk.ts';
import { type LineKind, type MappedLine, mapLines } from '../line-map.ts';

/** What holds at one hard place of a page. Lines are numbers of the page's file. */
export interface Golden {
  /** Its number in the list of hard places. */
  number: number;
  page: string;
  line: number;
  /** The first and last line within which {@link commands} are all that can be run. */
  within?: [number, number];
  /** Commands that are offered to run, by the line that they begin on; `''` where the text does not matter. */
  commands?: Record<number, string>;
  /** For a command's line, the line of the command whose program it is typed into; `null`: the host. */
  inside?: Record<number, number | null>;
  /** Why a command needs somebody at the keyboard; `null`: it does not. */
  attended?: Record<number, Step['attended']>;
  /** How many lines of output a command has; with text, what they are. */
  output?: Record<number, number | string>;
  /** Ranges of lines, and what each line that is not blank is. */
  kinds?: [from: number, to: number, kind: LineKind][];
  /** Codes of warnings, by line. */
  warnings?: Record<number, string>;
  /** What else holds. */
  also?: (view: View) => void;
}

/** A compiled page, to ask about. */
export interface View {
  lesson: Lesson;
  lines: Map<number, MappedLine>;
  step(line: number): Step;
  /** The block that begins on a line, at any depth. */
  block(line: number, kind: Block['kind']): Block;
  /** All words that slides show. */
  shown: string;
}

export function view(lesson: Lesson): View {
  return {
    lesson,
    lines: mapLines(lesson),
    step(line) {
      const found = lesson.steps.find((step) => step.line === line);
      if (found === undefined) throw new Error(`no step on line ${line}`);
      return found;
    },
    block: (line, kind) => findBlock(lesson.document, line, kind),
    shown: lesson.slides.map(({ text }) => text).join('\n'),
  };
}

export function expectGolden(golden: Golden, page: View): void {
  expectCommands(golden, page);
  for (const [line, opener] of Object.entries(golden.inside ?? {})) {
    const { inside } = page.step(Number(line));
    expect(inside === null ? null : lineOf(page.lesson, inside), `line ${line} is typed into`).toBe(opener);
  }
  for (const [line, reason] of Object.entries(golden.attended ?? {}))
    expect(page.step(Number(line)).attended, `line ${line}`).toBe(reason);
  for (const [line, output] of Object.entries(golden.output ?? {})) expectOutput(page, Number(line), output);
  for (const [from, to, kind] of golden.kinds ?? []) {
    for (let line = from; line <= to; line += 1) {
      const found = page.lines.get(line)?.kind;
      if (found !== 'blank') expect(found, `line ${line}`).toBe(kind);
    }
  }
  for (const [line, code] of Object.entries(golden.warnings ?? {}))
    expect(page.lesson.warnings.map((one) => `${one.line} ${one.code}`)).toContain(`${line} ${code}`);
  golden.also?.(page);
}

function expectCommands({ commands = {}, within }: Golden, page: View): void {
  for (const [line, command] of Object.entries(commands)) {
    const step = page.step(Number(line));
    if (command !== '') expect(step.command, `line ${line}`).toBe(command);
  }
  if (within === undefined) return;
  const [from, to] = within;
  const found = page.lesson.steps.map(({ line }) => line).filter((line) => line >= from && line <= to);
  expect(found, 'lines that can be run').toEqual(Object.keys(commands).map(Number));
}

function expectOutput(page: View, line: number, output: number | string): void {
  const found = page.step(line).output;
  if (typeof output === 'string') expect(found, `output of line ${line}`).toBe(output);
  else expect(found === '' ? 0 : found.split('\n').length, `lines of output of line ${line}`).toBe(output);
}

function lineOf(lesson: Lesson, id: string): number | undefined {
  return lesson.steps.find((step) => step.id === id)?.line;
}

function findBlock(blocks: Block[], line: number, kind: Block['kind']): Block {
  const found: Block[] = [];
  mapBlocks(blocks, (block) => {
    if (block.line === line && block.kind === kind) found.push(block);
    return block;
  });
  if (found[0] === undefined) throw new Error(`no ${kind} on line ${line}`);
  return found[0];
}
