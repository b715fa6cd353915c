import type { Block, Inline, ListBlock, ListItem, ParagraphBlock } from '../model.ts';
import { countWords, textOf } from '../text.ts';
import { sliceInline } from './inline-html.ts';
import { sentencesOf } from './sentences.ts';

/** What becomes of one block of the page: what the class sees of it, and whether that is all of it. */
export interface Piece {
  whole: Block;
  /** `null`: it goes to the notes. */
  shown: Block | null;
  /** Words of `whole` are missing in `shown`. */
  cut: boolean;
  /** Stands on one slide with what follows: the sentence that leads into a block. */
  leads: boolean;
}

/** A paragraph of up to this many words is short: it is shown whole. */
const SHORT_PARAGRAPH = 22;
/** A first sentence of up to this many words can stand on a slide for its paragraph. */
const KEY_SENTENCE = 28;
/** A list item of more words is cut after its first sentence. */
const LONG_ITEM = 20;

/** Chooses what a class sees of a topic's blocks. */
export function choose(blocks: readonly Block[], exercise: boolean): Piece[] {
  const prose = !blocks.some(isSubstance);
  return blocks.map((block, at) => chooseOne(block, { next: blocks[at + 1], prose, exercise }));
}

interface Place {
  next: Block | undefined;
  /** The topic has nothing but prose: its key sentences are all that there is to see. */
  prose: boolean;
  exercise: boolean;
}

/** What a class looks at for its own sake: all but paragraphs and what never stands on a slide. */
function isSubstance(block: Block): boolean {
  return !['paragraph', 'heading', 'notes', 'footnotes', 'toc', 'break'].includes(block.kind);
}

function chooseOne(block: Block, place: Place): Piece {
  const { classes } = block.attributes;
  if (classes.includes('notes')) return toNotes(block);
  if (classes.includes('slide')) return whole(block);
  switch (block.kind) {
    case 'notes':
    case 'footnotes':
    case 'toc':
      return toNotes(block);
    case 'paragraph':
      return chooseParagraph(block, place);
    case 'heading':
      return { ...whole(block), leads: true };
    case 'list':
      return place.exercise ? whole(block) : chooseList(block);
    default:
      return whole(block);
  }
}

function chooseParagraph(block: ParagraphBlock, place: Place): Piece {
  const words = countWords(block.inline.text);
  const leads =
    /[:：]$/.test(block.inline.text.trim()) && place.next !== undefined && isSubstance(place.next);
  if (words === 0) return whole(block);
  if (words <= SHORT_PARAGRAPH) return { ...whole(block), leads };
  const sentences = sentencesOf(block.inline);
  if (leads) return shortened(block, sentences.at(-1)!, true);
  const key = keySentence(sentences);
  if (key !== null) return shortened(block, key, false);
  return place.prose ? shortened(block, firstWords(sentences[0]!), false) : toNotes(block);
}

/** The sentence in which the author stresses something, else the first, if a slide can hold it. */
function keySentence(sentences: readonly Inline[]): Inline | null {
  const fits = (one: Inline) => countWords(one.text) <= KEY_SENTENCE;
  const stressed = sentences.find((one) => /<(?:strong|b)\b/.test(one.html) && fits(one));
  return stressed ?? (sentences[0] !== undefined && fits(sentences[0]) ? sentences[0] : null);
}

/** A sentence too long for a slide, up to a comma where it can be left, or to its first words. */
function firstWords(sentence: Inline): Inline {
  const text = sentence.text;
  const breaks = [...text.matchAll(/[,;:](?=\s)|\s[–—-](?=\s)/g)].map((match) => match.index);
  const good = breaks.filter((at) => {
    const words = countWords(text.slice(0, at));
    return words >= 8 && words <= KEY_SENTENCE;
  });
  const end = good.at(-1) ?? endOfWord(text, KEY_SENTENCE - 6);
  const part = sliceInline(sentence, 0, end);
  return { html: `${part.html} …`, text: `${part.text} …` };
}

function endOfWord(text: string, words: number): number {
  const found = [...text.matchAll(/\S+/g)][words - 1];
  return found === undefined ? text.length : found.index + found[0].length;
}

function shortened(block: ParagraphBlock, shown: Inline, leads: boolean): Piece {
  const cut = countWords(shown.text) < countWords(block.inline.text) || shown.text.endsWith('…');
  return { whole: block, shown: { ...block, inline: shown }, cut, leads };
}

function chooseList(block: ListBlock): Piece {
  const items = block.items.map(shortenItem);
  const shown = { ...block, items };
  return { whole: block, shown, cut: items.some((item, at) => item !== block.items[at]), leads: false };
}

/** A long item after its first sentence; short ones and what is nested in them stay. */
export function shortenItem(item: ListItem): ListItem {
  if (item.attributes.classes.includes('slide')) return item;
  const blocks = item.blocks.map((block, at) => shortenInItem(block, at));
  return blocks.every((block, at) => block === item.blocks[at])
    ? item
    : { ...item, blocks: blocks.filter((block) => block !== null) };
}

function shortenInItem(block: Block, at: number): Block | null {
  if (block.kind === 'paragraph') {
    if (countWords(block.inline.text) <= LONG_ITEM) return block;
    const sentences = sentencesOf(block.inline);
    const [first] = sentences;
    if (at > 0 && countWords(first!.text) > KEY_SENTENCE) return null;
    return sentences.length === 1 ? block : { ...block, inline: first! };
  }
  if (block.kind === 'list') {
    const items = block.items.map(shortenItem);
    return items.every((item, place) => item === block.items[place]) ? block : { ...block, items };
  }
  return block;
}

function whole(block: Block): Piece {
  return {
    whole: block,
    shown: textOf([block]) === '' && isEmpty(block) ? null : block,
    cut: false,
    leads: false,
  };
}

function isEmpty(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'html';
}

function toNotes(block: Block): Piece {
  return { whole: block, shown: null, cut: true, leads: false };
}
