import { attributes, escapeHtml } from '../html-text.ts';
import type {
  DefinitionsBlock,
  FootnotesBlock,
  HeadingBlock,
  MathBlock,
  ParagraphBlock,
  QuoteBlock,
} from '../model.ts';
import { DEFINITIONS, QUOTE } from '../slides/layout.ts';
import { authorClasses } from './classes.ts';
import type { Context } from './context.ts';
import { renderInline } from './inline.ts';
import { renderTex } from './math.ts';
import { authorId } from './names.ts';

/** A heading inside of a body. Its anchor is an id in the handout only: on slides the slide has one. */
export function renderHeading(block: HeadingBlock, context: Context): string {
  const level = context.surface === 'handout' ? block.depth : Math.min(6, Math.max(3, block.depth));
  const id = context.surface === 'handout' ? authorId(block.anchor) : null;
  return `<h${level}${attributes({ id })}>${renderInline(block.inline, context)}</h${level}>`;
}

export function renderParagraph(block: ParagraphBlock, context: Context): string {
  return `<p${attributes({ class: authorClasses(block, context) })}>${renderInline(block.inline, context)}</p>`;
}

export function renderQuote(block: QuoteBlock, context: Context): string {
  return `<blockquote${attributes({ class: authorClasses(block, context) })}>${context.render(block.blocks, QUOTE.left)}</blockquote>`;
}

export function renderDefinitions(block: DefinitionsBlock, context: Context): string {
  const items = block.items.map((item) => {
    const terms = item.terms.map((term) => `<dt>${renderInline(term, context)}</dt>`).join('');
    return (
      terms +
      item.definitions.map((blocks) => `<dd>${context.render(blocks, DEFINITIONS.indent)}</dd>`).join('')
    );
  });
  return `<dl>${items.join('')}</dl>`;
}

export function renderFootnotes(block: FootnotesBlock, context: Context): string {
  const items = block.items.map((item) => {
    const id = context.surface === 'handout' ? `fn-${item.label}` : null;
    return `<li${attributes({ id })}>${context.render(item.blocks)}</li>`;
  });
  const label = escapeHtml(context.words.footnotes);
  return `<aside class="footnotes" aria-label="${label}"><ol>${items.join('')}</ol></aside>`;
}

export function renderMath(block: MathBlock): string {
  return `<div class="math">${renderTex(block.tex, true)}</div>`;
}
