import type { RecordingInfo } from '../../protocol/deck-data.ts';

/** What a page's HTML needs to know beside the lesson. */
export interface RenderOptions {
  /** The lesson's place in its course, as in its address: `imagenes`. */
  slug: string;
  /** `helper`: served by one. `static`: a site or a file. */
  home: 'helper' | 'static';
  /** Address of the runtime's folder, relative to the page, with a slash at its end: `../_capas/`. */
  runtime: string;
  /**
   * The page's folder, relative to its course's (`unit`, empty for the same), and the address of the course's
   * files, with a slash at its end: `../_files/`. Absent for a page on its own.
   */
  place?: { folder: string; files: string };
  /** Light or dark, until a reader chooses; `auto`, or absent: as the reader's system says. */
  theme?: 'light' | 'dark' | 'auto';
  /** By step id. */
  recordings: Record<string, RecordingInfo>;
  /** The pre-rendered SVG of a diagram, safe to put into the page, or `null` when there is none. */
  svg(id: string): string | null;
  /** Code as HTML of `<span class="…">`, its text escaped. */
  highlight(code: string, language: string): string;
  /** By the path of a page relative to this one (`../volumenes.md`): the lesson's slug. */
  lessons?: Record<string, string>;
  /** Neighbours in the course. */
  previous?: LessonLink | null;
  next?: LessonLink | null;
  /** Title of the course; absent for a page on its own. */
  course?: string | null;
}

export interface LessonLink {
  slug: string;
  title: string;
}
