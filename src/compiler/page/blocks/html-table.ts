import { Parser } from 'htmlparser2';
import type { Attributes, Inline, TableBlock } from '../../model.ts';
import { visibleText } from '../inline/sanitise.ts';

interface Cell {
  html: string;
  head: boolean;
  span: number;
}

/** Elements that a cell of words may hold; a paragraph in it is a line. */
const PLAIN = new Set(
  'a abbr b br cite code del em i ins kbd mark p q s samp small span strong sub sup u var'.split(' '),
);
const FRAME = new Set('table thead tbody tfoot tr td th caption colgroup col'.split(' '));

/**
 * A table that its author wrote in HTML, when it is one of words alone: it can be parted between its rows then.
 * `null` when it holds more (code, lists, other tables), or cells over several rows.
 *
 * @param html sanitised
 */
export function readHtmlTable(html: string, line: number, attributes: Attributes): TableBlock | null {
  const rows = readRows(html);
  if (rows === null || rows.length === 0) return null;
  const headed = rows[0]!.every((cell) => cell.head) && rows.length > 1;
  const cells = rows.map((row) => row.flatMap(spread));
  const columns = cells.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    kind: 'table',
    line,
    attributes,
    header: headed ? cells[0]! : [],
    align: Array.from({ length: columns }, () => null),
    rows: headed ? cells.slice(1) : cells,
  };
}

function readRows(html: string): Cell[][] | null {
  const rows: Cell[][] = [];
  let fits = true;
  let begin = -1;
  let tables = 0;
  const parser = new Parser({
    onopentag: (name, values) => {
      if (name === 'table') tables += 1;
      if (name === 'caption' || Number(values['rowspan'] ?? 1) > 1) fits = false;
      if (!(begin < 0 ? FRAME : PLAIN).has(name)) fits = false;
      if (name === 'tr') rows.push([]);
      if (name !== 'td' && name !== 'th') return;
      if (rows.length === 0) rows.push([]);
      rows
        .at(-1)!
        .push({ html: '', head: name === 'th', span: Math.min(50, Number(values['colspan'] ?? 1) || 1) });
      begin = parser.endIndex + 1;
    },
    ontext: (text) => {
      if (begin < 0 && text.trim() !== '') fits = false;
    },
    onclosetag: (name) => {
      if ((name !== 'td' && name !== 'th') || begin < 0 || !fits) return;
      rows.at(-1)!.at(-1)!.html = withoutParagraphs(html.slice(begin, parser.startIndex));
      begin = -1;
    },
  });
  parser.end(html);
  return fits && tables === 1 ? rows.filter((row) => row.length > 0) : null;
}

function withoutParagraphs(html: string): string {
  return html
    .replace(/<\/p>\s*(?=\S)/g, '<br>')
    .replace(/<\/?p\b[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A cell over several columns leaves those behind its first empty. */
function spread({ html, span }: Cell): Inline[] {
  const empty: Inline = { html: '', text: '' };
  return [{ html, text: visibleText(html) }, ...Array.from({ length: span - 1 }, () => empty)];
}
