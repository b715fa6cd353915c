import { plainInline } from '../inline/nodes.ts';
import type { Attributes, Block, BreakBlock, HeadingBlock } from '../model.ts';
import { isNavigation } from './navigation.ts';

/** What one heading (or one `---`) gathers: the matter of one slide and its continuations. */
export interface Topic {
  kind: 'title' | 'agenda' | 'section' | 'slide';
  heading: HeadingBlock | null;
  /** Those of the heading, or of the `---` that opened it: they steer its slides. */
  attributes: Attributes;
  /** The title of the section that it belongs to; empty before the first. */
  section: string;
  /** 0 for the title, 1, 2, … for the columns after it. */
  column: number;
  line: number;
  blocks: Block[];
  /** Under a heading that announces exercises. */
  exercise: boolean;
  /** Opened by a `---` without a heading of its own. */
  continues: boolean;
}

/** Reads the page as a class will: title, agenda, sections, slides. Every block is in exactly one topic. */
export function makeOutline(document: readonly Block[], title: string): Topic[] {
  const outliner = new Outliner(title);
  for (const block of unwrapped(document)) outliner.add(block);
  return outliner.finish();
}

class Outliner {
  private readonly topics: Topic[] = [];
  private section = '';
  private exercise = false;
  /** Depth of the title where it announces exercises: a page that is all work ("Práctica 3") is read as any other. */
  private titleExercises = 0;
  /** The title's heading was read from the page. */
  private titled = false;

  constructor(title: string) {
    this.open('title', title === '' ? null : plainHeading(title), 1);
  }

  add(block: Block): void {
    if (block.kind === 'heading' && block.depth <= 3) this.addHeading(block);
    else if (block.kind === 'break') this.addBreak(block);
    else if (block.kind === 'toc') this.addContents(block.line);
    else this.last().blocks.push(block);
  }

  finish(): Topic[] {
    this.dropEmptyBreak();
    this.dropNavigation();
    return this.topics;
  }

  private last(): Topic {
    return this.topics.at(-1)!;
  }

  private addHeading(heading: HeadingBlock): void {
    const title = this.topics[0]!;
    if (heading.depth === 1 && !this.titled && this.topics.length === 1 && title.blocks.length === 0) {
      Object.assign(title, { heading, attributes: heading.attributes, line: heading.line });
      this.titled = true;
      this.titleExercises = heading.exercises ?? 0;
      return;
    }
    this.dropEmptyBreak();
    this.exercise = (heading.exercises ?? 0) > this.titleExercises;
    if (heading.depth <= 2) this.section = heading.inline.text;
    this.open(heading.depth <= 2 ? 'section' : 'slide', heading, heading.line);
  }

  /** A rule right under a heading is a line of its author's under it. */
  private addBreak({ line, attributes }: BreakBlock): void {
    const last = this.last();
    const underlines = last.heading !== null && line === last.line + 1;
    const nothingYet = last.blocks.length === 0 && (last.continues || last.kind === 'title' || underlines);
    if (!nothingYet) this.open('slide', last.heading, line, attributes);
  }

  /** The contents may stand under a heading of their own ("Contenido"), or anywhere else. */
  private addContents(line: number): void {
    const last = this.last();
    if (last.kind === 'section' && last.blocks.length === 0) {
      Object.assign(last, { kind: 'agenda', section: '' });
      this.section = '';
    } else this.open('agenda', null, line);
  }

  /** A `---` right before a heading, or at the page's end, opens no slide of its own. */
  private dropEmptyBreak(): void {
    if (this.last().continues && this.last().blocks.length === 0) this.topics.pop();
  }

  /** Links to other pages after a last `---` are for the site: its speaker sees them, no slide is made. */
  private dropNavigation(): void {
    const last = this.last();
    if (!last.continues || !last.blocks.every(isNavigation)) return;
    this.topics.pop();
    this.last().blocks.push(...last.blocks.map(forSpeaker));
  }

  private open(kind: Topic['kind'], heading: HeadingBlock | null, line: number, rule?: Attributes): void {
    const continues = rule !== undefined;
    const attributes = rule ?? heading?.attributes ?? none();
    const before = this.topics.at(-1);
    const newColumn = kind === 'section' || kind === 'agenda' || before?.kind === 'agenda';
    const column = before === undefined ? 0 : before.column + (newColumn ? 1 : 0);
    const section = kind === 'agenda' ? '' : this.section;
    const { exercise } = this;
    this.topics.push({ kind, heading, attributes, section, column, line, blocks: [], exercise, continues });
  }
}

/** Divisions that mean nothing to the theme are taken apart, so that headings in them count. */
function unwrapped(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'group' && !isKept(block.attributes.classes) ? unwrapped(block.blocks) : [block],
  );
}

function isKept(classes: readonly string[]): boolean {
  return ['columns', 'moments', 'fragment', 'notes', 'slide'].some((name) => classes.includes(name));
}

/** Keeps a block off the slides. */
export function forSpeaker(block: Block): Block {
  return { ...block, attributes: { ...block.attributes, classes: [...block.attributes.classes, 'notes'] } };
}

function none(): Attributes {
  return { id: null, classes: [], values: {} };
}

function plainHeading(title: string): HeadingBlock {
  return {
    kind: 'heading',
    line: 1,
    attributes: none(),
    depth: 1,
    inline: plainInline(title),
    anchor: '',
  };
}
