import * as v from 'valibot';
import type { Fact, MadeKind } from '../../engine/engine.ts';

/** What a run says beside facts. */
export type Note =
  /** A call that makes such things is about to be passed on to the engine. */
  | { what: 'asked'; call: string; kinds: MadeKind[] }
  /** What came of that call is known. */
  | { what: 'answered'; call: string }
  /** The demo is over, though its process may go on. */
  | { what: 'over' };

/** One line of a journal: what happened on which engine. */
export interface Entry {
  engine: string;
  /** Higher than all that its run knew of when it wrote the line: clocks may be set back, this is not. */
  number: number;
  /** By this machine's clock (ISO 8601). */
  at: string;
  fact: Fact | Note;
  run: Run;
}

/** Who writes a journal's lines. */
export interface Run {
  /** The process, while its demo goes on. */
  process: number | null;
}

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
const thing = v.variant('kind', [
  v.object({ kind: v.literal('container'), id: text }),
  v.object({ kind: v.literal('network'), id: text }),
  v.object({ kind: v.literal('volume'), name: text, created: v.string() }),
  v.object({ kind: v.literal('image'), reference: text, id: text, sure: v.boolean() }),
]);
const fact = v.variant('what', [
  v.object({ what: v.literal('made'), thing }),
  v.object({ what: v.literal('gone'), kind: v.picklist(['volume', 'image']), name: text }),
  v.object({
    what: v.literal('asked'),
    call: text,
    kinds: v.array(v.picklist(['container', 'volume', 'network'])),
  }),
  v.object({ what: v.literal('answered'), call: text }),
  v.object({ what: v.literal('over') }),
]);
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const schema = v.object({ lesson: v.string(), engine: text, number, at: text, fact });

/** A line for {@link parseEntry}, with its end. */
export function formatEntry(lesson: string, { engine, number, at, fact }: Entry): string {
  return `${JSON.stringify({ lesson, engine, number, at, fact })}\n`;
}

/** `null` for what is no whole line of this lesson's. */
export function parseEntry(line: string, lesson: string, run: Run): Entry | null {
  if (line === '') return null;
  try {
    const { success, output } = v.safeParse(schema, JSON.parse(line));
    if (!success || output.lesson !== lesson) return null;
    const { engine, number, at, fact } = output;
    return { engine, number, at, fact, run };
  } catch {
    return null;
  }
}
