import type { Inline } from '../model.ts';

/** A piece of sanitised HTML: a tag, or a run of text with its entities read. */
interface Piece {
  tag: string;
  text: string;
  /** The HTML of a run of text, a character of `text` each. */
  characters: string[];
}

const TOKEN = /<[^>]*>|&(?:#\d+|#x[\da-f]+|\w+);|[^<&]+|[<&]/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const VOID = /^<(?:br|img|wbr|hr)\b/i;

/** The text of sanitised inline HTML, a character for each character that stands in it. */
export function plainText(html: string): string {
  return html.includes('<') || html.includes('&')
    ? pieces(html)
        .map((piece) => piece.text)
        .join('')
    : html;
}

/** The part of a run of text from one character of its {@link plainText} to another, its tags closed and opened. */
export function sliceInline(inline: Inline, from: number, to: number): Inline {
  return slicePieces(pieces(inline.html), from, to);
}

/** {@link sliceInline} for many parts of one run, whose HTML is read only once. */
export function makeSlicer(inline: Inline): (from: number, to: number) => Inline {
  const read = pieces(inline.html);
  return (from, to) => slicePieces(read, from, to);
}

function slicePieces(read: readonly Piece[], from: number, to: number): Inline {
  const open: string[] = [];
  let html = '';
  let at = 0;
  for (const piece of read) {
    if (piece.tag === '') {
      const part = piece.characters.slice(Math.max(0, from - at), Math.max(0, to - at)).join('');
      if (part !== '' && html === '') html = open.join('');
      html += part;
      at += piece.characters.length;
    } else if (VOID.test(piece.tag)) {
      if (at >= from && at < to) html += (html === '' ? open.join('') : '') + piece.tag;
    } else {
      const began = html !== '';
      if (piece.tag.startsWith('</')) {
        open.pop();
        if (began && at <= to) html += piece.tag;
      } else {
        open.push(piece.tag);
        if (began && at < to) html += piece.tag;
      }
    }
    if (at >= to) break;
  }
  const closed =
    html +
    [...unclosed(html)]
      .reverse()
      .map((name) => `</${name}>`)
      .join('');
  return { html: closed.trim(), text: plainText(closed).replace(/\s+/g, ' ').trim() };
}

/** Runs of text with the emphasis and face that they are set in: what measuring needs to know. */
export function* styledRuns(html: string): Generator<{ text: string; bold: boolean; code: boolean }> {
  let bold = 0;
  let code = 0;
  for (const piece of pieces(html)) {
    if (piece.tag === '') yield { text: piece.text, bold: bold > 0, code: code > 0 };
    else if (/^<br\b/i.test(piece.tag)) yield { text: '\n', bold: false, code: false };
    const change = piece.tag.startsWith('</') ? -1 : 1;
    if (/^<\/?(?:strong|b|th|h\d)\b/i.test(piece.tag)) bold += change;
    if (/^<\/?(?:code|kbd|samp)\b/i.test(piece.tag)) code += change;
  }
}

function pieces(html: string): Piece[] {
  const found: Piece[] = [];
  for (const [token] of html.matchAll(TOKEN)) {
    if (token.length > 1 && token.startsWith('<')) found.push({ tag: token, text: '', characters: [] });
    else addText(found, token);
  }
  return found;
}

function addText(found: Piece[], token: string): void {
  let last = found.at(-1);
  if (last === undefined || last.tag !== '') {
    last = { tag: '', text: '', characters: [] };
    found.push(last);
  }
  const entity = token.length > 1 && token.startsWith('&');
  last.text += entity ? decodeEntity(token) : token;
  if (entity) last.characters.push(...[...decodeEntity(token)].map((_, at) => (at === 0 ? token : '')));
  else for (let at = 0; at < token.length; at += 1) last.characters.push(token[at]!);
}

function decodeEntity(token: string): string {
  const name = token.slice(1, -1);
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (!name.startsWith('#')) return NAMED[name] ?? token;
  const character = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  return character.length === 1 ? character : '\ufffd';
}

function unclosed(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][\w-]*)[^>]*>/gi)) {
    if (VOID.test(`<${name}`)) continue;
    if (slash === '') open.push(name!);
    else open.pop();
  }
  return open;
}
