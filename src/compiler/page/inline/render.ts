import { Lexer, Marked, type MarkedOptions, Parser, type Tokens } from 'marked';
import type { Inline } from '../../model.ts';
import type { References } from '../stages/references.ts';
import { isKnownElement } from './elements.ts';
import { escapeHtml } from './escape.ts';
import { dialect } from './extensions.ts';
import { sanitiseInline, visibleText } from './sanitise.ts';

/** Longer runs are rendered piece by piece, so that no run of delimiters costs more than its length. */
const LONGEST_PIECE = 8_000;

/** Turns a run of Markdown text into sanitised HTML and its words, with the page's definitions at hand. */
export function makeInlineRenderer(references: References, remark: boolean): (source: string) => Inline {
  const options = makeMarked(references, remark).defaults as MarkedOptions<string, string>;
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

function makeMarked(references: References, remark: boolean): Marked {
  const marked = new Marked({ gfm: true, breaks: false, ...dialect(references, remark) });
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
  const found: string[] = [];
  let rest = source;
  while (rest.length > LONGEST_PIECE) {
    const cut = Math.max(rest.lastIndexOf('\n', LONGEST_PIECE), rest.lastIndexOf(' ', LONGEST_PIECE)) + 1;
    const length = cut > LONGEST_PIECE / 2 ? cut : LONGEST_PIECE;
    found.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  found.push(rest);
  return found;
}
