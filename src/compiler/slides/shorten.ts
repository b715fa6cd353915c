import type { Block } from '../model.ts';
import { changed } from './changed.ts';
import { splittingOf } from './kinds.ts';
import { firstWords, isShort, KEY_SENTENCE, sentencesOf } from './sentences.ts';

/** A list item's paragraph of more words is cut after its first sentence. */
const LONG_ITEM = 16;
/**
 * What a slide shows of a block that holds others: each paragraph after its first sentence where it is long,
 * each output after its first lines. The same object when nothing is cut.
 */
export function shorten(block: Block): Block {
  return splittingOf(block).shorten?.(block, shortenAll) ?? block;
}

/** The first paragraph always says something; a later one only what is short. */
function shortenAll(blocks: Block[]): Block[] {
  const shown = changed(blocks, (block, at) => {
    if (block.attributes.classes.includes('notes') || block.kind === 'notes') return null;
    return block.kind === 'paragraph' ? shortenParagraph(block, at === 0) : shorten(block);
  });
  return shown === blocks ? blocks : shown.filter((block) => block !== null);
}

function shortenParagraph(block: Extract<Block, { kind: 'paragraph' }>, first: boolean): Block | null {
  if (isShort(block.inline, LONG_ITEM)) return block;
  const sentences = sentencesOf(block.inline);
  const [sentence] = sentences;
  if (!isShort(sentence!, KEY_SENTENCE)) {
    return first ? { ...block, inline: firstWords(sentence!, KEY_SENTENCE) } : null;
  }
  return sentences.length === 1 ? block : { ...block, inline: sentence! };
}
