import { isExerciseHeading } from '../../exercises/headings.ts';
import type { Block, HeadingBlock } from '../model.ts';

/** What one heading (or one `---`) gathers: the matter of one slide and its continuations. */
export interface Topic {
  kind: 'title' | 'agenda' | 'section' | 'slide';
  heading: HeadingBlock | null;
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
  return outliner.topics;
}

class Outliner {
  readonly topics: Topic[];
  private section = '';
  private exercise = 0;

  constructor(title: string) {
    const heading = title === '' ? null : plainHeading(title);
    this.topics = [this.make('title', heading, 1)];
  }

  add(block: Block): void {
    if (block.kind === 'heading' && block.depth <= 3) this.open(block);
    else if (block.kind === 'break') this.break(block.line);
    else {
      const topic = this.topics.at(-1)!;
      if (block.kind === 'toc') this.becomeAgenda(topic);
      this.topics.at(-1)!.blocks.push(block);
    }
  }

  private open(heading: HeadingBlock): void {
    const [first] = this.topics;
    if (heading.depth === 1 && this.isUntouched()) {
      first!.heading = heading;
      first!.line = heading.line;
      return;
    }
    this.noticeExercises(heading);
    const opensSection = heading.depth <= 2;
    if (opensSection) this.section = heading.inline.text;
    this.dropEmptyBreak();
    this.topics.push(this.make(opensSection ? 'section' : 'slide', heading, heading.line));
  }

  /** Nothing of the page stands on the title's topic yet, and it is the only one. */
  private isUntouched(): boolean {
    return this.topics.length === 1 && this.topics[0]!.blocks.length === 0 && this.topics[0]!.line === 1;
  }

  private break(line: number): void {
    const topic = this.topics.at(-1)!;
    if (topic.blocks.length === 0 && (topic.continues || topic.kind === 'title')) return;
    this.topics.push({ ...this.make('slide', topic.heading, line), continues: true });
  }

  /** A `---` right before a heading opens no slide of its own. */
  private dropEmptyBreak(): void {
    const last = this.topics.at(-1)!;
    if (last.continues && last.blocks.length === 0) this.topics.pop();
  }

  private noticeExercises(heading: HeadingBlock): void {
    if (isExerciseHeading(heading.inline.text)) this.exercise = heading.depth;
    else if (heading.depth <= this.exercise) this.exercise = 0;
  }

  /** The contents may stand under a heading of their own ("Contenido"), or anywhere else. */
  private becomeAgenda(topic: Topic): void {
    if (topic.kind === 'section' && topic.blocks.every((block) => block.kind === 'paragraph')) {
      topic.kind = 'agenda';
      topic.section = '';
      this.section = '';
    } else this.topics.push(this.make('agenda', null, topic.line));
  }

  private make(kind: Topic['kind'], heading: HeadingBlock | null, line: number): Topic {
    const opens = kind === 'section' || kind === 'agenda';
    const last = this.topics?.at(-1);
    const column = last === undefined ? 0 : last.column + (opens || last.kind === 'agenda' ? 1 : 0);
    const section = kind === 'agenda' ? '' : this.section;
    return {
      kind,
      heading,
      section,
      column,
      line,
      blocks: [],
      exercise: this.exercise > 0,
      continues: false,
    };
  }
}

/** Divisions that mean nothing to the theme are taken apart, so that headings in them count. */
function unwrapped(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'group' && !isKept(block.attributes.classes) ? unwrapped(block.blocks) : [block],
  );
}

function isKept(classes: readonly string[]): boolean {
  return ['columns', 'fragment', 'notes', 'slide'].some((name) => classes.includes(name));
}

function plainHeading(title: string): HeadingBlock {
  const html = title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return {
    kind: 'heading',
    line: 1,
    attributes: { id: null, classes: [], values: {} },
    depth: 1,
    inline: { html, text: title },
    anchor: '',
  };
}
