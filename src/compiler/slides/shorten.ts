import type { Block, CommandEntry, ListItem, TranscriptBlock } from '../model.ts';
import { withOutput } from '../squeeze.ts';
import { firstWords, isShort, KEY_SENTENCE, sentencesOf } from './sentences.ts';

/** A list item's paragraph of more words is cut after its first sentence. */
const LONG_ITEM = 16;
/** An output of more lines is cut on the slide: the terminal shows all of it. */
const LONG_OUTPUT = 12;
const SHOWN_OUTPUT = 10;
/** Stands where lines of an output were left out. */
export const ELISION = '[…]';

/**
 * What a slide shows of a block that holds others: each paragraph after its first sentence where it is long,
 * each output after its first lines. The same object when nothing is cut; `null` when nothing is left.
 */
export function shorten(block: Block): Block | null {
  switch (block.kind) {
    case 'list': {
      const items = changed(block.items, shortenItem);
      return items === block.items ? block : { ...block, items };
    }
    case 'quote':
    case 'callout':
    case 'details':
    case 'group': {
      const blocks = shortenAll(block.blocks);
      return blocks === block.blocks ? block : { ...block, blocks };
    }
    case 'transcript':
      return shortenTranscript(block);
    default:
      return block;
  }
}

function shortenItem(item: ListItem): ListItem {
  const blocks = shortenAll(item.blocks);
  return blocks === item.blocks || item.attributes.classes.includes('slide') ? item : { ...item, blocks };
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

function shortenTranscript(block: TranscriptBlock): TranscriptBlock {
  const entries = changed(block.entries, (entry) =>
    entry.kind === 'command' ? shortenOutput(entry) : entry,
  );
  return entries === block.entries ? block : { ...block, entries };
}

function shortenOutput(entry: CommandEntry): CommandEntry {
  const lines = entry.output.split('\n');
  if (lines.length <= LONG_OUTPUT) return entry;
  return withOutput(entry, [...lines.slice(0, SHOWN_OUTPUT), ELISION].join('\n'));
}

/** The list itself when no element changed. */
function changed<T, U>(list: T[], change: (one: T, at: number) => T | U): T[] {
  const made = list.map(change);
  return made.every((one, at) => one === list[at]) ? list : (made as T[]);
}
