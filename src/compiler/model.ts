/**
 * What a compiled lesson is: the one contract between the compiler and everything that shows, runs,
 * prints or checks a lesson. Plain data (it survives `JSON.stringify`), no DOM, no Node.
 *
 * A `line` counts from 1 in the file as it is on disk, front matter included.
 */

import type { LayerStack } from '../diagram/model.ts';
import type { CommandFacts } from '../shell/command.ts';
import type { Reason } from './explain/reason.ts';
import type { Inline, InlineNode } from './inline/nodes.ts';

export type { Inline, InlineNode } from './inline/nodes.ts';

/** The page as text, and the name that messages use for it (relative to where the user stands). */
export interface Page {
  path: string;
  text: string;
}

/** What the compiler may ask about the files beside a page. Paths are relative to the page's folder. */
export interface Surroundings {
  /** The size in CSS pixels of a picture, or `null` when there is no such picture. */
  picture(path: string): { width: number; height: number } | null;
  /** The text of a neighbouring file (an include), or `null` when it is missing or outside the course. */
  read(path: string): string | null;
  /** Whether a relative link leads to something that is there. */
  exists(path: string): boolean;
}

export interface Lesson {
  title: string;
  /** BCP 47 tag of the page (`es`, `en`, …). */
  lang: string;
  source: string;
  /** The whole page, in its order: what the handout shows. */
  document: Block[];
  slides: Slide[];
  steps: Step[];
  diagrams: Diagram[];
  exercises: Exercise[];
  /** What each line of the page was taken for, and why. */
  explained: Explained[];
  /** What the page names, in its order: each of its files is one of these, a slide's background or a recording. */
  links: Link[];
  pictures: Picture[];
  warnings: Diagnostic[];
  settings: Settings;
}

/** The front matter's keys that mean something to us. */
export interface Settings {
  navOrder: number | null;
  description: string;
  author: string;
  /** `none`: the commands need no container engine. `auto`: needed when a command speaks to one. */
  engine: 'auto' | 'none';
}

/** A link of the page. */
export interface Link {
  /** The line that its block begins on. */
  line: number;
  /** As written: an anchor, a page or a file of the course, another site. */
  href: string;
}

/** A picture that the page names. */
export interface Picture {
  /** The line that its block begins on. */
  line: number;
  /** As written; empty where the author gave none, or none that may be shown. */
  source: string;
  /** Empty where the author gave none. */
  alt: string;
  /** What it stands in: it is a block of its own, or part of a run of text, or of a block of HTML. */
  within: 'figure' | 'text' | 'html';
  /** `false`: no page shows it, since it was not there, or is for the speaker. */
  shown: boolean;
}

/** Something a teacher should mend, where it is, and what to do. */
export interface Diagnostic {
  line: number;
  /** From 1; 1 when the whole line is meant. */
  column: number;
  /** A stable name in kebab-case, e.g. `missing-image`. */
  code: string;
  severity: 'error' | 'warning';
  message: string;
  /** What to do about it, an imperative sentence; empty when the message says it all. */
  hint: string;
  /** What it is about, as the page writes it: a picture's path. */
  about?: string;
}

// ── the page ────────────────────────────────────────────────────────────────────────────────────────

/** A kramdown attribute list: `{: #id .class key="value"}`. */
export interface Attributes {
  id: string | null;
  classes: string[];
  values: Record<string, string>;
}

interface BlockBase {
  line: number;
  attributes: Attributes;
}

export interface HeadingBlock extends BlockBase {
  kind: 'heading';
  /** 1 to 6. */
  depth: number;
  inline: Inline;
  /** The anchor, unique on the page. */
  anchor: string;
  /** Where what stands under it is for the class to do: the depth of the heading that announces exercises. */
  exercises?: number;
}
export interface ParagraphBlock extends BlockBase {
  kind: 'paragraph';
  inline: Inline;
}
export interface ListBlock extends BlockBase {
  kind: 'list';
  ordered: boolean;
  start: number;
  /** Whether items stand apart (each with paragraphs of its own). */
  loose: boolean;
  items: ListItem[];
}
export interface ListItem {
  line: number;
  attributes: Attributes;
  /** A task list's box; `null` when the item has none. */
  checked: boolean | null;
  blocks: Block[];
  /** The id of the {@link Exercise} that this item states. */
  exercise?: string;
  /** The rest of an item that began on the slide before: it has no marker. */
  continued?: boolean;
}
/** Code that is shown and not run: a file, a manifest, an output on its own. */
export interface CodeBlock extends BlockBase {
  kind: 'code';
  /** The first word of the info string, lower case; empty when there is none. */
  language: string;
  /** The whole info string as written, trimmed. */
  info: string;
  /** Dedented, without the fences, `\n` line ends, no last line end. */
  text: string;
  /** As it is shown, where that is not as it is written. */
  squeezed?: string;
  /** The line of the file that `text` begins on (for fences: the one after the opening fence). */
  textLine: number;
  fenced: boolean;
  /** Columns of the widest line of the author's block, when this is a part of it: all parts have one size. */
  columns?: number;
}
/** Code that holds prompts, commands and outputs; or shell commands without a prompt. */
export interface TranscriptBlock extends BlockBase {
  kind: 'transcript';
  language: string;
  info: string;
  text: string;
  textLine: number;
  entries: TranscriptEntry[];
}
export type TranscriptEntry = CommandEntry | CommentEntry | OutputEntry | PromptEntry;
export interface CommandEntry {
  kind: 'command';
  line: number;
  /** As written, trimmed: `$`, `root@a2d1ce6990d8:/#`; empty when the author wrote none. */
  prompt: string;
  /** The whole command, continuation lines joined by `\n` as typed. */
  command: string;
  /** What the author wrote under it, without a last line end. */
  output: string;
  /** As it is shown, where that is not as it is written: less empty space between the columns of a table. */
  squeezed?: string;
  /** The step that runs it; `null` when it is shown only (`no-run`, another system's shell). */
  step: string | null;
}
export interface CommentEntry {
  kind: 'comment';
  line: number;
  text: string;
}
/** Output that stands in a block before any command of that block. */
export interface OutputEntry {
  kind: 'output';
  line: number;
  text: string;
  /** As it is shown, where that is not as it is written. */
  squeezed?: string;
}
/** A prompt at which nothing is typed: the session stays open. */
export interface PromptEntry {
  kind: 'prompt';
  line: number;
  prompt: string;
}
export interface TableBlock extends BlockBase {
  kind: 'table';
  header: Inline[];
  align: ('left' | 'center' | 'right' | null)[];
  rows: Inline[][];
}
export interface QuoteBlock extends BlockBase {
  kind: 'quote';
  blocks: Block[];
}
/** An aside with a face of its own: a notice, a GitHub alert, an admonition, a `:::` division. */
export interface CalloutBlock extends BlockBase {
  kind: 'callout';
  flavour: 'note' | 'tip' | 'important' | 'warning' | 'caution' | 'question' | 'challenge' | 'solution';
  /** As the author wrote it; empty when the flavour's own name is to be shown. */
  title: Inline;
  blocks: Block[];
  /** The id of the {@link Exercise} that this callout states. */
  exercise?: string;
}
export interface FigureBlock extends BlockBase {
  kind: 'figure';
  /** Relative to the page, or an `http(s)` address. */
  source: string;
  alt: string;
  caption: Inline | null;
  /** CSS pixels; `null` when the picture is not there (a placeholder is shown) or is remote. */
  size: { width: number; height: number } | null;
  missing: boolean;
  link: string | null;
}
/** HTML that the author wrote, sanitised once and read as a tree. */
export interface HtmlBlock extends BlockBase {
  kind: 'html';
  nodes: InlineNode[];
  text: string;
}
/** `---`: a slide break, a rule in the handout. */
export interface BreakBlock extends BlockBase {
  kind: 'break';
}
/** Where kramdown's `{:toc}` stands. */
export interface TocBlock extends BlockBase {
  kind: 'toc';
}
export interface DefinitionsBlock extends BlockBase {
  kind: 'definitions';
  items: { line: number; terms: Inline[]; definitions: Block[][] }[];
}
export interface DiagramBlock extends BlockBase {
  kind: 'diagram';
  /** The id of the {@link Diagram}. */
  id: string;
}
/** Display mathematics, as TeX. */
export interface MathBlock extends BlockBase {
  kind: 'math';
  tex: string;
}
/** `<details>`: a summary and what it hides. */
export interface DetailsBlock extends BlockBase {
  kind: 'details';
  summary: Inline;
  open: boolean;
  blocks: Block[];
}
/** A division of the author's (`.class[ … ]`, `:::`, `<div markdown="1">`); its classes are attributes. */
export interface GroupBlock extends BlockBase {
  kind: 'group';
  blocks: Block[];
}
/**
 * For the speaker only (remark's `???`, an HTML comment that begins with `notes:`).
 * Words of `hidden` notes are not text of the page: they never stand in the handout.
 */
export interface NotesBlock extends BlockBase {
  kind: 'notes';
  hidden: boolean;
  blocks: Block[];
}
export interface FootnotesBlock extends BlockBase {
  kind: 'footnotes';
  items: { label: string; line: number; blocks: Block[] }[];
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | CodeBlock
  | TranscriptBlock
  | TableBlock
  | QuoteBlock
  | CalloutBlock
  | FigureBlock
  | HtmlBlock
  | BreakBlock
  | TocBlock
  | DefinitionsBlock
  | DiagramBlock
  | MathBlock
  | DetailsBlock
  | GroupBlock
  | NotesBlock
  | FootnotesBlock;

/** What lines of a page were taken for, why, and what stands within. `from` and `to` count as in the file. */
export interface Explained {
  from: number;
  to: number;
  /** `wrapper`: they leave nothing of their own but what stands within. */
  kind: Block['kind'] | TranscriptEntry['kind'] | 'nothing' | 'wrapper';
  /** The reader that took them, then why it is of its kind. */
  why: Reason[];
  /** The step that runs this command. */
  step: string | null;
  inside: Explained[];
}

// ── the deck ────────────────────────────────────────────────────────────────────────────────────────

export type SlideKind = 'title' | 'agenda' | 'section' | 'content' | 'exercise';

/** How much stands on a slide, so that type may grow a step or two, or must shrink as many. */
export type Density = 'sparse' | 'roomy' | 'normal' | 'full' | 'dense';

/**
 * How a slide's body is laid out: one column; a `statement` of one or two sentences set large; a quotation;
 * two columns side by side; a figure from edge to edge.
 */
export type SlideLayout = 'plain' | 'statement' | 'quote' | 'columns' | 'figure';

export interface Slide {
  /** Survives edits elsewhere in the page; unique; good as an HTML id. */
  id: string;
  kind: SlideKind;
  title: string;
  /** The title of the `##` section that it belongs to; empty before the first. */
  section: string;
  /** Which column of the deck: 0 for the title, then one a section. */
  column: number;
  line: number;
  /** 0 for the first slide of its heading, 1, 2, … for its continuations. */
  continuation: number;
  heading: Inline | null;
  /** What stands on the slide, already cut and split. */
  shown: Block[];
  /** What the speaker sees: whole, whatever was cut or moved, in the page's order. */
  spoken: Block[];
  density: Density;
  layout: SlideLayout;
  /** A picture behind the whole slide, relative to the page; `null` for none. */
  background: string | null;
  /** Its heading takes more than two lines in the usual size. */
  longTitle: boolean;
  /** The anchors of the headings that stand on it. */
  anchors: string[];
  /** The part of the room between the margins that is taken, as estimated: 0 to 1. */
  fill: number;
  /** Steps that stand on this slide, in order. */
  steps: string[];
  /** Plain text of {@link shown} with the heading, and of {@link spoken}. */
  text: string;
  notes: string;
  /** Words of {@link text}. */
  words: number;
}

export interface Step {
  /** A short hash of what it runs and of its place among equal ones. */
  id: string;
  line: number;
  prompt: string;
  command: string;
  /** What the command does, by its text: read once, where the step is made. */
  does: CommandFacts;
  /** The step whose program this line is typed into, or `null` at the host's prompt. */
  inside: string | null;
  /** How that program is called in the interface, e.g. `contenedor1`; empty at the host's prompt. */
  insideName: string;
  output: string;
  /** Opens a program that waits for input (`docker run -it`, `docker attach`, an editor). */
  interactive: boolean;
  /** The exit status that the author expects; 0 unless the page says otherwise. */
  exit: number;
  /** Image references that it needs, e.g. `httpd:2.4`. */
  images: string[];
  /** Placeholders to ask for before it runs, as written: `<id>`, `NOMBRE`. */
  placeholders: string[];
  /**
   * Why nobody-at-the-keyboard can't run it: `null` when a rehearsal can.
   * `input` asks a question, `editor` takes the screen, `endless` never returns, `machine` changes the
   * machine itself (root), `placeholder` needs a value.
   */
  attended: null | 'input' | 'editor' | 'endless' | 'machine' | 'placeholder';
  /** Milliseconds that it may take; `null` for the default. */
  timeout: number | null;
  /** Which of the deck's terminals: 1 unless the page says otherwise. */
  terminal: number;
  /** How its output is compared in a rehearsal. */
  match: 'exact' | 'lines' | 'none';
}

export interface Diagram {
  /** A hash of its source: it names the pre-rendered SVG. */
  id: string;
  line: number;
  kind: 'mermaid' | 'layers';
  /** Mermaid source to draw. For `layers` it is made from the data. */
  mermaid: string;
  title: string;
  /** What a screen reader says. */
  description: string;
  /** `layers` only: the parsed stack, for the live view. */
  stack: LayerStack | null;
  /** `layers` only: when a rehearsal recorded layers that it shows; `null` when the page says them all. */
  recorded: { date: string; standIn: boolean } | null;
}

export interface Exercise {
  id: string;
  number: number;
  line: number;
  text: string;
}
