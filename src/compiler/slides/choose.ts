import type { Block, Inline, ParagraphBlock } from '../model.ts';
import { leadsOn } from './kinds/paragraph.ts';
import { splittingOf } from './kinds.ts';
import { isNavigation } from './navigation.ts';
import { firstWords, isShort, KEY_SENTENCE, keySentence, sentencesOf } from './sentences.ts';
import { shorten } from './shorten.ts';

/** What becomes of one block of the page: what the class sees of it, and whether that is all of it. */
export interface Chosen {
  whole: Block;
  /** `null`: it goes to the notes. */
  shown: Block | null;
  /** Words of `whole` are missing in `shown`. */
  cut: boolean;
  /** Stands on one slide with what follows: the sentence that leads into a block. */
  leads: boolean;
}

interface Choice {
  /** It is the class's turn: nothing that it is asked is cut. */
  exercise: boolean;
  /** There is nothing but prose: its key sentences are all that there is to see. */
  prose: boolean;
}

/** A paragraph of up to this many words is short: it is shown whole. */
const SHORT_PARAGRAPH = 22;

/** Chooses what a class sees of a topic's blocks. */
export function choose(blocks: readonly Block[], choice: Choice): Chosen[] {
  return blocks.map((block, at) => chooseOne(block, blocks[at + 1], choice));
}

/** What a class looks at for its own sake: all but paragraphs, links, and what never stands on a slide. */
export function isSubstance(block: Block): boolean {
  return !isForSpeaker(block) && splittingOf(block).shows === 'matter' && !isNavigation(block);
}

function isForSpeaker(block: Block): boolean {
  return splittingOf(block).shows === 'never' || block.attributes.classes.includes('notes');
}

function chooseOne(block: Block, next: Block | undefined, choice: Choice): Chosen {
  if (isForSpeaker(block)) return { whole: block, shown: null, cut: true, leads: false };
  if (block.kind === 'heading') return { ...all(block), leads: true };
  if (block.attributes.classes.includes('slide')) return all(block);
  if (block.kind === 'paragraph') return chooseParagraph(block, next, choice);
  if (choice.exercise) return all(block);
  const shown = shorten(block);
  return { whole: block, shown, cut: shown !== block, leads: false };
}

function chooseParagraph(block: ParagraphBlock, next: Block | undefined, choice: Choice): Chosen {
  const leads = next !== undefined && isSubstance(next) && leadsOn(block);
  if (isShort(block.inline, choice.exercise ? 2 * SHORT_PARAGRAPH : SHORT_PARAGRAPH))
    return { ...all(block), leads };
  const sentences = sentencesOf(block.inline);
  if (leads) return shortened(block, sentences.at(-1)!, true);
  const key = keySentence(sentences);
  if (key !== null) return shortened(block, key, false);
  if (choice.prose || choice.exercise)
    return shortened(block, firstWords(sentences[0]!, KEY_SENTENCE), false);
  return { whole: block, shown: null, cut: true, leads: false };
}

function shortened(block: ParagraphBlock, inline: Inline, leads: boolean): Chosen {
  const cut = inline !== block.inline;
  return { whole: block, shown: cut ? { ...block, inline } : block, cut, leads };
}

/** A block that is shown whole. */
export function all(block: Block): Chosen {
  const empty = block.kind === 'paragraph' && block.inline.nodes.length === 0;
  return { whole: block, shown: empty ? null : block, cut: false, leads: false };
}
