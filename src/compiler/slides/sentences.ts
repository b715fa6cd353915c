import { cutNodes } from '../inline/cut.ts';
import { charactersOf } from '../inline/inline-text.ts';
import { addNode } from '../inline/nodes.ts';
import type { Inline, InlineNode } from '../model.ts';
import { countWords } from '../text.ts';

/** A sentence of up to this many words can stand on a slide for its paragraph. */
export const KEY_SENTENCE = 28;

/** Characters that no sentence on a slide has more of, however few words they make. */
const LONGEST = 240;

/** The mark that there is more. */
const MORE = ' …';

/** What ends with a full stop and no sentence with it. */
const ABBREVIATION =
  /(?:^|[\s("'«“¿¡])(?:e\.?g|i\.?e|etc|vs|cf|p\.?\s?ej|ej|pág|fig|núm|no|nº|sr|sra|dr|dra|mr|mrs|st|art|cap|ver|EE|aprox|ca|\p{L})\.$/iu;

/**
 * The end of a sentence, its closing quotes or brackets, and the beginning of the next. A row of stops is
 * tried from its first one only: from each of them would cost its square.
 */
const END = /(?<![.!?…])[.!?…]+["'»”’)\]]*(?=\s+["'«“‘([¿¡]*[\p{Lu}\p{N}`¿¡«“])/gu;

/** Where each sentence of a text ends, in characters; the last is the text's end. */
function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (
      !isInsideOfBrackets(text, ends.at(-1) ?? 0, end) &&
      !ABBREVIATION.test(text.slice(Math.max(0, end - 12), end))
    ) {
      ends.push(end);
    }
  }
  if (text.slice(ends.at(-1) ?? 0).trim() !== '' || ends.length === 0) ends.push(text.length);
  return ends;
}

/** A run of text as its sentences. */
export function sentencesOf(inline: Inline): Inline[] {
  const ends = sentenceEnds(charactersOf(inline.nodes));
  if (ends.length === 1) return [inline];
  return ends.map((end, at) => cutInline(inline, ends[at - 1] ?? 0, end)).filter((one) => one.text !== '');
}

/** The sentence in which the author stresses something, else the first, if a slide can hold it. */
export function keySentence(sentences: readonly Inline[]): Inline | null {
  const stressed = sentences.find((one) => isStressed(one.nodes) && isShort(one, KEY_SENTENCE));
  return stressed ?? sentences.slice(0, 1).find((one) => isShort(one, KEY_SENTENCE)) ?? null;
}

function isStressed(nodes: readonly InlineNode[]): boolean {
  return nodes.some(
    (node) =>
      'nodes' in node &&
      ((node.kind === 'element' && (node.tag === 'strong' || node.tag === 'b')) || isStressed(node.nodes)),
  );
}

/** Whether a text has at most so many words, and none of them endless. */
export function isShort(inline: Inline, words: number): boolean {
  return inline.text.length <= LONGEST && countWords(inline.text) <= words;
}

/**
 * A sentence too long for a slide, up to a comma where it can be left, or to its first words; whole where the mark
 * that there is more would take as much room as the rest.
 */
export function firstWords(sentence: Inline, most: number): Inline {
  const whole = charactersOf(sentence.nodes);
  const text = whole.slice(0, 2 * LONGEST);
  const commas = [...text.matchAll(/[,;:](?=\s)|\s[–—-](?=\s)/g)].map((match) => match.index);
  const good = commas.filter((at) => {
    const words = countWords(text.slice(0, at));
    return words >= 8 && words <= most;
  });
  const end = Math.min(LONGEST, good.at(-1) ?? endOfWord(text, most - 6));
  return end + MORE.length < whole.trimEnd().length ? beginningOf(sentence, end) : sentence;
}

/** So many characters of a text, and a mark that there is more of it. */
export function beginningOf(inline: Inline, length: number): Inline {
  const { nodes, text } = cutInline(inline, 0, length);
  addNode(nodes, { kind: 'text', text: MORE });
  return { nodes, text: text + MORE };
}

function cutInline(inline: Inline, from: number, to: number): Inline {
  const nodes = cutNodes(inline.nodes, from, to);
  return { nodes, text: charactersOf(nodes).replace(/\s+/g, ' ').trim() };
}

function endOfWord(text: string, words: number): number {
  let end = text.length;
  for (const match of text.matchAll(/\S+/g)) {
    end = match.index + match[0].length;
    words -= 1;
    if (words === 0) break;
  }
  return end;
}

/** Whether a bracket that was opened in this sentence is still open at its end. */
function isInsideOfBrackets(text: string, from: number, to: number): boolean {
  let depth = 0;
  for (let at = from; at < Math.min(to, from + 2000); at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
  }
  return depth > 0;
}
