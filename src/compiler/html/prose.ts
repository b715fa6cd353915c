import { attributes, escapeHtml } from '../html-text.ts';
import type {
  DefinitionsBlock,
  FootnotesBlock,
  HeadingBlock,
  ListBlock,
  ListItem,
  MathBlock,
  ParagraphBlock,
  QuoteBlock,
} from '../model.ts';
import { DEFINITIONS, LIST, QUOTE } from '../slides/layout.ts';
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

/** A list; `{: .fragment}` on it makes each item a fragment. */
export function renderList(block: ListBlock, context: Context): string {
  const tag = block.ordered ? 'ol' : 'ul';
  const start = block.ordered && block.start !== 1 ? block.start : null;
  const tasks = block.items.some((item) => item.checked !== null) ? ['tasks'] : [];
  const exercises = block.items.some((item) => item.exercise !== undefined) ? ['exercises'] : [];
  const own = authorClasses(block, context);
  const isStepwise = own.includes('fragment');
  const classes = [...own.filter((name) => name !== 'fragment'), ...tasks, ...exercises];
  const items = block.items.map((item) =>
    renderItem(isStepwise ? asFragment(item) : item, block.loose, context),
  );
  return `<${tag}${attributes({ start, class: classes })}>${items.join('')}</${tag}>`;
}

/** A list that is a fragment appears item by item. */
function asFragment(item: ListItem): ListItem {
  const { attributes } = item;
  return { ...item, attributes: { ...attributes, classes: ['fragment', ...attributes.classes] } };
}

/** One item; the text of a tight list's items stands bare, as Markdown has it. */
function renderItem(item: ListItem, loose: boolean, context: Context): string {
  const classes = [
    ...authorClasses(item, context),
    ...(item.continued ? ['item--continued'] : []),
    ...(beginsWithBox(item) ? ['item--box'] : []),
  ];
  const box = item.checked === null ? '' : `<span class="task">${item.checked ? '☑' : '☐'}</span> `;
  const content = item.blocks
    .map((block, at) =>
      block.kind === 'paragraph' && at === 0 && !loose && item.exercise === undefined
        ? renderInline(block.inline, context)
        : context.render([block], LIST.indent),
    )
    .join('');
  const exercise = context.surface === 'notes' ? null : (item.exercise ?? null);
  return `<li${attributes({ class: classes, 'data-exercise': exercise })}>${box}${content}</li>`;
}

/** Its first line is no text: nothing stands above it. */
function beginsWithBox(item: ListItem): boolean {
  return item.blocks.length > 0 && item.blocks[0]!.kind !== 'paragraph';
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
