import { Parser } from 'htmlparser2';

/**
 * The words that a reader of a page should see, in order, found in its source by taking the marks of its dialect
 * off. It knows nothing of the compiler, so that it can tell what the compiler lost.
 */
export function wordsOfSource(source: string): string[] {
  const lines = withoutFrontMatter(source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/));
  const remark = /^\?\?\?\s*$|^(?:\.[a-z][\w-]*)+\[|^class: /m.test(lines.join('\n'));
  const words: string[] = [];
  let prose: string[] = [];
  let fence = '';
  const flush = () => {
    for (const word of wordsOfHtml(proseToHtml(prose.join('\n')))) words.push(word);
    prose = [];
  };
  for (const line of lines) {
    const mark = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' && mark !== '') {
      flush();
      fence = mark;
    } else if (fence !== '' && mark[0] === fence[0] && /^[\s>]*[`~]+\s*(?:\{:.*\})?\s*$/.test(line))
      fence = '';
    else if (fence !== '') words.push(...wordsOfText(line.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '')));
    else prose.push(remark ? withoutRemark(line) : line);
  }
  flush();
  return words;
}

/** Words of HTML as they are seen: pictures count with their alternative text. */
export function wordsOfHtml(html: string): string[] {
  let text = '';
  let unseen = 0;
  const parser = new Parser({
    ontext: (part) => {
      if (unseen === 0) text += part;
    },
    onopentag: (name, attributes) => {
      if (UNSEEN.has(name)) unseen += 1;
      if (name === 'img') text += ` ${attributes['alt'] ?? ''} ${attributes['title'] ?? ''} `;
      // What the deck adds of its own stands apart, though its elements are those of phrases.
      else if (!PHRASE.has(name) || attributes['class']?.includes('__')) text += '\n';
    },
    onclosetag: (name) => {
      if (UNSEEN.has(name)) unseen -= 1;
      if (!PHRASE.has(name)) text += '\n';
    },
  });
  parser.end(html);
  return wordsOfText(text);
}

/** Words further away than a slide and its notes are long are others: what is missing must not find them. */
const FARTHEST = 1000;

/** Those of the words that do not stand in the text, in order, each after the three before it. */
export function missingWords(expected: readonly string[], found: readonly string[]): string[] {
  const places = new Map<string, number[]>();
  for (const [at, word] of found.entries()) places.set(word, [...(places.get(word) ?? []), at]);
  const missing: string[] = [];
  let from = -1;
  for (const [at, word] of expected.entries()) {
    const next = places.get(word)?.find((place) => place > from && place < from + FARTHEST);
    if (next === undefined) missing.push(`${expected.slice(Math.max(0, at - 3), at).join(' ')} [${word}]`);
    else from = next;
  }
  return missing;
}

const UNSEEN = new Set(['script', 'style', 'template', 'head', 'svg']);
const PHRASE = new Set(
  'a abbr b cite code del em i ins kbd mark q s samp small span strong sub sup u var'.split(' '),
);

function wordsOfText(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function withoutFrontMatter(lines: string[]): string[] {
  if (!/^---\s*$/.test(lines[0] ?? '')) return lines;
  const end = lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line));
  return end < 0 ? lines : lines.slice(end + 1);
}

function withoutRemark(line: string): string {
  return line
    .replace(/^(?:class|name|layout|template|background-image|count|exclude):.*$/, '')
    .replace(/(?:\.[A-Za-z][\w-]*)+\[/g, ' ');
}

/** Prose with its marks taken off, and its code spans as HTML, so that what looks like a tag in them is none. */
function proseToHtml(source: string): string {
  const spans: string[] = [];
  const text = source
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/(`+)(?!`)([^\n]*?[^`])\1(?!`)/g, (_, __, inside: string) => {
      spans.push(inside.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
      return `\u0001${spans.length - 1}\u0002`;
    })
    .replace(/^([\s>]*)(?:[*+-]|\d+\.)\s+TOC\s*\n\s*\{:\s*toc.*$/gim, '')
    .replace(/\{%[\s\S]*?%\}/g, ' ')
    .replace(/\{alt=(?:'([^'\n]*)'|"([^"\n]*)")\}/g, '$1$2')
    .replace(/\{:[^{}\n]*\}|\{[#.][^{}\n]*\}/g, ' ')
    .replace(/^[\s>]*\[(?!\^)[^\]\n]+\]:\s*\S.*$/gm, '')
    .replace(/^[\s>]*:{3,}\s*(?:\{[^}]*\}|\.?[A-Za-z][\w-]*)?/gm, '')
    .replace(/^([\s>]*)(?:!!!|\?\?\?\+?)\s*[\w-]+/gm, '$1')
    .replace(/\[![A-Za-z]+\]/g, ' ')
    .replace(/^([\s>]*(?:[-*+]\s+)*)\d+[.)](?=\s)/gm, '$1')
    .replace(/^([\s>]*[-*+]\s+)\[[ xX]\](?=\s)/gm, '$1')
    .replace(
      /\]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)((?:\s+(?:"[^"\n]*"|'[^'\n]*'))?)\s*\)/g,
      '$1',
    )
    .replace(/\]\[[^\]\n]*\]/g, '')
    .replace(/[[\]]/g, '')
    .replace(/<((?:https?|mailto):[^<>\s]+)>/g, '$1')
    .replace(/\*/g, '')
    .replace(/<(?=\d|\s|[^a-zA-Z/!])/g, '&lt;');
  return text.replace(/\u0001(\d+)\u0002/g, (_, at: string) => `<code>${spans[Number(at)]}</code>`);
}
