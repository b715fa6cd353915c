import { Lexer, Marked, type MarkedOptions, Parser, type Tokens } from 'marked';
import type { Inline } from '../../model.ts';
import type { References } from '../stages/references.ts';
import { isKnownElement } from './elements.ts';
import { escapeHtml } from './escape.ts';
import { dialect, type Flavour } from './extensions.ts';
import { sanitiseInline, visibleText } from './sanitise.ts';

/** Longer runs are rendered piece by piece, so that no run of delimiters costs more than its length. */
const LONGEST_PIECE = 8_000;
/** The same for text that is made of marks rather than of words. */
const LONGEST_MARKED_PIECE = 600;
/** The share of marks among the characters of what people write. */
const MARKS_IN_PROSE = 0.06;

/** Turns a run of Markdown text into sanitised HTML and its words, with the page's definitions at hand. */
export function makeInlineRenderer(references: References, flavour: Flavour): (source: string) => Inline {
  const options = makeMarked(references, flavour).defaults as MarkedOptions<string, string>;
  const render = (source: string): string => {
    const lexer = new Lexer<string, string>(options);
    lexer.tokens.links = references.links;
    return Parser.parseInline(lexer.inlineTokens(source), options);
  };
  return (source) => {
    const html = sanitiseInline(
      pieces(source.trim())
        .map((piece) => guarded(render, piece))
        .join(''),
    );
    return { html, text: visibleText(html) };
  };
}

function makeMarked(references: References, flavour: Flavour): Marked {
  const marked = new Marked({ gfm: true, breaks: false, ...dialect(references, flavour) });
  marked.use({
    // One tilde means "about" in prose (`~1 GB`); only two strike through.
    tokenizer: { del: (source) => (source.startsWith('~~') ? false : undefined) },
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => (isKnownElement(text) ? text : escapeHtml(text)),
      checkbox: () => '',
    },
  });
  return marked;
}

/** Markdown that the parser can't cope with is shown as it was written. */
function guarded(render: (source: string) => string, source: string): string {
  try {
    return render(source);
  } catch {
    return escapeHtml(source);
  }
}

function pieces(source: string): string[] {
  if (source.length <= LONGEST_MARKED_PIECE) return [source];
  const found: string[] = [];
  for (let from = 0; from < source.length; ) {
    const end = pieceEnd(source, from, isMarked(source, from) ? LONGEST_MARKED_PIECE : LONGEST_PIECE);
    found.push(source.slice(from, end));
    from = end;
  }
  return found;
}

/** Pieces end between words where there are any. */
function pieceEnd(source: string, from: number, longest: number): number {
  if (source.length - from <= longest) return source.length;
  const most = from + longest;
  const cut = Math.max(source.lastIndexOf('\n', most), source.lastIndexOf(' ', most)) + 1;
  return cut > from + longest / 2 ? cut : most;
}

function isMarked(source: string, from: number): boolean {
  const piece = source.slice(from, from + LONGEST_PIECE);
  const marks = piece.match(/[[\]*_`<{~^$@:]/g)?.length ?? 0;
  return marks > Math.max(100, piece.length * MARKS_IN_PROSE);
}
