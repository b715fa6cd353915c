import type { Inline } from '../model.ts';
import { plainText, sliceInline } from './inline-html.ts';

/** What ends with a full stop and no sentence with it. */
const ABBREVIATION =
  /(?:^|[\s("'«“¿¡])(?:e\.?g|i\.?e|etc|vs|cf|p\.?\s?ej|ej|pág|fig|núm|no|nº|sr|sra|dr|dra|mr|mrs|st|art|cap|ver|EE|aprox|ca|\p{L})\.$/iu;

/** The end of a sentence, its closing quotes or brackets, and the beginning of the next. */
const END = /[.!?…]+["'»”’)\]]*(?=\s+["'«“‘([¿¡]*[\p{Lu}\p{N}`¿¡«“])/gu;

/** Where each sentence of a text ends, in characters; the last is the text's end. */
export function sentenceEnds(text: string): number[] {
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

/** A run of text as its sentences, each with its own HTML. */
export function sentencesOf(inline: Inline): Inline[] {
  const ends = sentenceEnds(plainText(inline.html));
  if (ends.length === 1) return [inline];
  return ends.map((end, at) => sliceInline(inline, ends[at - 1] ?? 0, end)).filter((one) => one.text !== '');
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
