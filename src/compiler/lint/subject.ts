import type { Block, Diagnostic, Lesson } from '../model.ts';
import type { Position } from './codes.ts';

/** What lint may ask about the files around a page. Paths are relative to the page's folder. */
export interface Neighbours {
  /** `unknown`: it is outside of the course, or part of a site that is not here. */
  find(path: string): 'there' | 'missing' | 'unknown';
  /** The text of a page that a link leads to, whichever way the site writes its address. */
  readPage(path: string): string | null;
}

/** What a rule looks at. */
export interface Subject {
  lesson: Lesson;
  /** Every block of the page, whatever it stands in. */
  blocks: readonly Block[];
  /** The page as it is on disk. */
  lines: string[];
  neighbours: Neighbours;
  /** Finds a text in the source, from a line on; the line itself where it is not written like that. */
  find(text: string, fromLine: number): Position;
}

/** Everything about one matter that a teacher should mend. */
export type Rule = (subject: Subject) => Diagnostic[];

/** Lines after the one named in which a block's text is looked for. */
const REACH = 400;

/**
 * A finder for one rule. Asked again for the same text from the same line it goes on behind the last place, so
 * that all its searches together read each line once.
 */
export function makeFinder(lines: readonly string[]): Subject['find'] {
  const reached = new Map<string, Position>();
  return (wanted, fromLine) => {
    const key = `${fromLine}:${wanted}`;
    const from = reached.get(key) ?? { line: fromLine, column: 0 };
    const found = search(lines, wanted, from, fromLine + REACH);
    reached.set(key, found ?? { line: fromLine + REACH + 1, column: 0 });
    return found ?? { line: fromLine, column: 1 };
  };
}

/** The first place behind `from`, up to the line `last`. */
function search(lines: readonly string[], wanted: string, from: Position, last: number): Position | null {
  for (let line = from.line; line <= Math.min(lines.length, last); line += 1) {
    const at = lines[line - 1]!.indexOf(wanted, line === from.line ? from.column : 0);
    if (at >= 0) return { line, column: at + 1 };
  }
  return null;
}
