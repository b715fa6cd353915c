/**
 * The measures of a slide, in CSS pixels of the 1280×720 page that reveal.js scales to fit (so a 4:3
 * screen has the same layout). The theme's style sheet uses the same numbers: whoever changes one here
 * changes it there, and the browser tests compare the two.
 */

export const PAGE = { width: 1280, height: 720 } as const;

/** `.slide`: its padding. */
export const MARGIN = { top: 64, side: 80, bottom: 72 } as const;

/** What is left between the margins for heading and body together. */
export const ROOM = {
  width: PAGE.width - 2 * MARGIN.side,
  height: PAGE.height - MARGIN.top - MARGIN.bottom,
} as const;

/** Pixels: in boxes within boxes within boxes, text is never narrower. */
export const LEAST_WIDTH = 200;

/**
 * `.slide__header h2`. Over two lines it gets `.slide--long-title`. `after`: the space below the header; `mark`: the
 * width kept beside it for which slide of how many, `longMark` where they are ten or more; `inside`: headings within a body, times its text;
 * `tight`: how much narrower its letters run for their negative spacing.
 */
export const HEADING = {
  size: 50,
  line: 1.1,
  after: 26,
  longSize: 38,
  mark: 100,
  longMark: 128,
  inside: 1.15,
  tight: 0.975,
} as const;

/**
 * `.slide--title h1` and `.slide--section h2`, whose name stands large (`long` with `.slide--long-title`) over a lead
 * of `lead` pixels. The title's is `width` wide and its lead `leadWidth`, a section's name `sectionWidth`.
 */
export const OPENING = {
  size: 72,
  line: 1.08,
  after: 32,
  lead: 34,
  width: 620,
  leadWidth: 600,
  sectionWidth: 900,
  long: 52,
} as const;

/** The size of running text, and on a `.slide--dense`. */
export const TEXT = { size: 30, dense: 26, line: 1.35 } as const;

/** Font sizes of text, of code and outputs of at most {@link GROWING_COLUMNS}, and of tables (`wide`: from 5 columns). */
export interface Type {
  text: number;
  code: number;
  output: number;
  table: number;
  wide: number;
}

/**
 * The type of a slide: the usual one, those of `.slide--roomy` and `.slide--sparse`, on which less stands, and that of
 * `.slide--full`, on which a little too much does.
 */
export const TYPE = {
  full: { text: 28, code: 20, output: 19, table: 24, wide: 22 },
  normal: { text: TEXT.size, code: 22, output: 20, table: 26, wide: 22 },
  roomy: { text: 33, code: 24, output: 22, table: 29, wide: 24 },
  sparse: { text: 36, code: 26, output: 24, table: 31, wide: 26 },
} as const satisfies Record<string, Type>;

/** Wider code keeps its size when type grows. */
export const GROWING_COLUMNS = 80;

/** Type grows a step while what stands on the slide then takes at most this share of its room. */
export const GROWN_FILL = { roomy: 0.9, sparse: 0.72 } as const;

/** `.slide--statement`: at most so many `words`, set large, `gap` between two paragraphs. */
export const STATEMENT = { size: 44, width: 1060, words: 30, gap: 24 } as const;

/** `.slide--quote`: one quotation, set large. */
export const QUOTATION = { size: 42, width: 940 } as const;

/** `.slide__body`: the vertical space between two blocks. */
export const BLOCK_GAP = 20;

/**
 * `ul, ol`: `gap` between items, `inside` between the blocks of one, `indent` on the left. A nested list's text is
 * `nested` times the outermost list's, its items stand `nestedGap` apart.
 */
export const LIST = { gap: 12, nestedGap: 6, inside: 8, indent: 38, nested: 0.9 } as const;

/** `dl`: terms are bold lines, definitions are indented. */
export const DEFINITIONS = { gap: 14, indent: 38 } as const;

/** `pre.code`, `.transcript`: the card around code. Its inner width is 1120 − 2 × padding = 1080, and `bleed` more for wide lines. */
export const CARD = { padding: 20, line: 1.4, bleed: 40, bleedsFrom: 110 } as const;

/**
 * `.transcript`: rows of commands and their outputs. `gap` between two steps, `outputGap` between a command
 * and its output, `run` the width kept for the run button and `runGap` beside it, `rowPadding` above and below a
 * command's text, `where` the line that says in which program the next commands are typed, with its space.
 * A command wraps; its further lines are as high as code lines.
 */
export const TRANSCRIPT = {
  row: 48,
  gap: 10,
  outputGap: 4,
  run: 190,
  runGap: 12,
  rowPadding: 8,
  where: 34,
} as const;

/**
 * `.cols-60` … `.cols-160` on a `pre` (code, output): its widest line, rounded up to the next class, and the
 * font sizes with which it fits: the code face is 0.5 em wide. From `bleedsFrom` columns a card that is as wide as
 * the slide bleeds 20 px into both margins (inner width 1120); lines of `cols-160` and longer wrap.
 */
export const COLUMNS = [
  { columns: 60, code: 22, output: 20 },
  { columns: 70, code: 22, output: 20 },
  { columns: 80, code: 22, output: 20 },
  { columns: 90, code: 22, output: 20 },
  { columns: 100, code: 21, output: 20 },
  { columns: 110, code: 20, output: 20 },
  { columns: 120, code: 18.5, output: 18.5 },
  { columns: 130, code: 17, output: 17 },
  { columns: 140, code: 16, output: 16 },
  { columns: 160, code: 18.5, output: 18.5 },
] as const;

/** In a card of at most this `width`, as in `.columns`, code and outputs have at most this size: the run button needs the room. */
export const NARROW = { width: 640, code: 18, output: 17 } as const;

/** On a `.slide--dense`, code and outputs have at most this size. */
export const DENSE_CODE = { code: 18, output: 17 } as const;

/** `table.table` (`.table--wide` from 5 columns): cell padding and the line below a row. */
export const TABLE = { line: 1.3, across: 14, down: 8, rule: 1 } as const;

/** `blockquote`, `.callout`, `details`: padding around their blocks and the height of their title line. */
export const QUOTE = { left: 30, down: 4 } as const;
export const CALLOUT = { across: 26, down: 18, title: 40, gap: 12 } as const;

/**
 * `figure.figure` and `.diagram` take the room that the other blocks leave (`flex: 1 1 0` in a column that is
 * as high as the slide), never less than `least`, never more than their natural size times `grow`.
 */
export const FIGURE = { least: 220, caption: 22, captionGap: 8, placeholder: 260, grow: 2 } as const;
export const DIAGRAM = { least: 260, ideal: 420 } as const;

/** `.math`: the height of one line of display mathematics. */
export const MATH = { line: 64 } as const;

/** `.columns` (a group of two columns): the space between them. */
export const TWO_COLUMNS = { gap: 48 } as const;

/** Nothing is smaller than this, in pixels at 1280×720. */
export const FLOOR = { text: 20, code: 16 } as const;
