import type { Diagnostic, Lesson } from '../model.ts';
import type { Place } from './codes.ts';

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
  /** The page as it is on disk. */
  lines: string[];
  neighbours: Neighbours;
  /** Finds a text in the source, never the same place twice. */
  find(text: string, fromLine: number): Place;
}

/** Everything about one matter that a teacher should mend. */
export type Rule = (subject: Subject) => Diagnostic[];

/** Lines after the one named in which a block's text is looked for. */
const REACH = 400;

/** A finder for one rule: it remembers the places that it gave. */
export function makeFinder(lines: readonly string[]): Subject['find'] {
  const used = new Set<string>();
  return (wanted, fromLine) => {
    for (let line = fromLine; line <= Math.min(lines.length, fromLine + REACH); line += 1) {
      const text = lines[line - 1]!;
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const name = `${line}:${at}:${wanted}`;
        if (used.has(name)) continue;
        used.add(name);
        return { line, column: at + 1 };
      }
    }
    return { line: fromLine, column: 1 };
  };
}
