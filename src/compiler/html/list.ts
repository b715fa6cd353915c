import { attributes } from '../html-text.ts';
import type { ListBlock, ListItem } from '../model.ts';
import { LIST } from '../slides/layout.ts';
import { authorClasses } from './classes.ts';
import type { Context } from './context.ts';
import { renderInline } from './inline.ts';

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
