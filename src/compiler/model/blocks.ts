import type { Inline, InlineNode } from '../inline/nodes.ts';

export type { Inline, InlineNode } from '../inline/nodes.ts';

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
