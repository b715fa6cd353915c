import { createHash } from 'node:crypto';

/** A line of a page's code block, by where it stands. */
export interface Drawn {
  page: string;
  line: number;
  text: string;
}

/**
 * All lines of code that are not blank, as a reader of the raw file finds them: between fences of backticks or
 * tildes (in lists and quotes as well), and indented by a tab or four blanks after a blank line. It knows
 * nothing of the compiler, so that what the compiler overlooks is drawn too.
 */
export function codeLines(page: string, source: string): Drawn[] {
  const drawn: Drawn[] = [];
  let fence: string | null = null;
  let indented = false;
  let above = '';
  let front = source.startsWith('---');
  source.split(/\r?\n/).forEach((text, at) => {
    const mark = /^[\s>]*(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1];
    if (front) front = at === 0 || text.trim() !== '---';
    else if (fence !== null && mark?.startsWith(fence) && /^[\s>]*[`~]+\s*$/.test(text)) fence = null;
    else if (fence === null && mark !== undefined) fence = mark.slice(0, 3);
    else if (text.trim() !== '') {
      indented = /^(?: {4}|\t)/.test(text) && (indented || above.trim() === '');
      const list = /^\s*(?:[-*+]|\d+[.)]) |^ {4}[A-ZÁÉÍÓÚ¡¿*[!_<]/.test(text);
      if (fence !== null || (indented && !list)) drawn.push({ page, line: at + 1, text });
    }
    above = text;
  });
  return drawn;
}

/** `count` lines in an order that `seed` alone decides: by the hash of seed, page and line. */
export function draw(lines: Drawn[], count: number, seed: string): Drawn[] {
  const key = ({ page, line }: Drawn) => digest(`${seed} ${page}:${line}`);
  return lines
    .map((line) => ({ line, key: key(line) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, count)
    .map(({ line }) => line)
    .sort((a, b) => (a.page === b.page ? a.line - b.line : a.page < b.page ? -1 : 1));
}

/** Tells that a line is still the one that was labelled, without keeping its text. */
export function lineHash(text: string): string {
  return digest(text.trim()).slice(0, 8);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
