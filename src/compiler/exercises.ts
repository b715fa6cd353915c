import { isExerciseHeading } from './exercise-headings.ts';
import { hash } from './hash.ts';
import type { Block, CalloutBlock, Exercise, HeadingBlock, ListBlock, ListItem } from './model.ts';
import { textOf } from './text.ts';

interface FoundExercises {
  /** The page, its exercises marked with their ids, and the headings above them. */
  blocks: Block[];
  exercises: Exercise[];
}

/**
 * Finds what a class is asked to do: the items of numbered lists under a heading such as "Ejercicios" (of
 * bulleted ones where it has no numbered list), and callouts that are challenges.
 */
export function findExercises(document: readonly Block[]): FoundExercises {
  const finder = new Finder();
  return { blocks: finder.walk(document), exercises: finder.exercises };
}

class Finder {
  readonly exercises: Exercise[] = [];
  /** How deep the heading is under which we are, when it announces exercises; 0 elsewhere. */
  private under = 0;
  private ordered = false;
  private readonly seen = new Map<string, number>();

  walk(blocks: readonly Block[]): Block[] {
    return blocks.map((block, at) =>
      block.kind === 'heading' ? this.enter(block, blocks, at + 1) : this.visit(block),
    );
  }

  private enter(heading: HeadingBlock, blocks: readonly Block[], next: number): HeadingBlock {
    const { depth, inline } = heading;
    if (isExerciseHeading(inline.text)) {
      this.under = depth;
      this.ordered = hasNumberedList(blocks, next, depth);
    } else if (depth <= this.under) this.under = 0;
    return this.under > 0 ? { ...heading, exercises: this.under } : heading;
  }

  private visit(block: Block): Block {
    if (block.kind === 'list' && this.under > 0 && block.ordered === this.ordered)
      return this.markList(block);
    if (block.kind === 'callout' && block.flavour === 'challenge') return this.markCallout(block);
    if (block.kind === 'group') return { ...block, blocks: this.walk(block.blocks) };
    return block;
  }

  private markList(list: ListBlock): ListBlock {
    return { ...list, items: list.items.map((item) => this.markItem(item)) };
  }

  private markItem(item: ListItem): ListItem {
    return { ...item, exercise: this.add(item.line, textOf(item.blocks)) };
  }

  private markCallout(callout: CalloutBlock): CalloutBlock {
    const asked = callout.blocks.filter(
      (block) => !(block.kind === 'callout' && block.flavour === 'solution'),
    );
    const text = [callout.title.text, textOf(asked)].filter((part) => part !== '').join('\n');
    return { ...callout, exercise: this.add(callout.line, text) };
  }

  private add(line: number, text: string): string {
    const place = this.seen.get(text) ?? 0;
    this.seen.set(text, place + 1);
    const id = `e-${hash(`${text}\n${place}`)}`;
    this.exercises.push({ id, number: this.exercises.length + 1, line, text });
    return id;
  }
}

function hasNumberedList(blocks: readonly Block[], next: number, depth: number): boolean {
  for (let at = next; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    if (block.kind === 'heading' && block.depth <= depth) return false;
    if (block.kind === 'list' && block.ordered) return true;
  }
  return false;
}
