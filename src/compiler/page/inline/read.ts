import { Lexer, Marked, type MarkedOptions } from 'marked';
import { wordsOf } from '../../inline/inline-text.ts';
import type { InlineNode } from '../../inline/nodes.ts';
import { addNode, exact, type Inline } from '../../inline/nodes.ts';
import type { References } from '../stages/references.ts';
import { type Draft, isSanitised, toHtml } from './draft.ts';
import { dialect, type Flavour } from './extensions.ts';
import { readSanitised } from './html-nodes.ts';
import { sanitiseInline } from './sanitise.ts';
import { readTokens } from './tokens.ts';

/** Longer runs are read piece by piece, so that no run of delimiters costs more than its length. */
const LONGEST_PIECE = 8_000;
/** The same for text that is made of marks rather than of words. */
const LONGEST_MARKED_PIECE = 600;
/** The share of marks among the characters of what people write. */
const MARKS_IN_PROSE = 0.06;

/** Reads runs of Markdown text, with the page's definitions at hand. */
export function makeInlineReader(references: References, flavour: Flavour): (source: string) => Inline {
  const options = makeMarked(references, flavour).defaults as MarkedOptions<string, string>;
  const read = (source: string): Draft[] => {
    const lexer = new Lexer<string, string>(options);
    lexer.tokens.links = references.links;
    return readTokens(lexer.inlineTokens(source));
  };
  return (source) => {
    const drafts: Draft[] = [];
    for (const piece of pieces(source.trim()))
      for (const draft of guarded(read, piece)) addNode(drafts, draft);
    const nodes = exact(sanitised(drafts));
    return { nodes, text: wordsOf(nodes) };
  };
}

function makeMarked(references: References, flavour: Flavour): Marked {
  const marked = new Marked({ gfm: true, breaks: false, ...dialect(references, flavour) });
  // One tilde means "about" in prose (`~1 GB`); only two strike through.
  marked.use({ tokenizer: { del: (source) => (source.startsWith('~~') ? false : undefined) } });
  return marked;
}

/** Markdown that the parser can't cope with is shown as it was written. */
function guarded(read: (source: string) => Draft[], source: string): Draft[] {
  try {
    return read(source);
  } catch {
    return [{ kind: 'text', text: source }];
  }
}

/** Where an author opens and closes elements, what they hold is for a parser of HTML to say. */
function sanitised(drafts: readonly Draft[]): InlineNode[] {
  return isSanitised(drafts) ? drafts : readSanitised(sanitiseInline(toHtml(drafts)));
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
