import { attributes, escapeHtml } from '../html-text.ts';
import type { CalloutBlock, DetailsBlock, GroupBlock, NotesBlock } from '../model.ts';
import { CALLOUT, TWO_COLUMNS } from '../slides/layout.ts';
import { authorClasses } from './classes.ts';
import type { Context } from './context.ts';
import { renderInline } from './inline.ts';

/** An aside with a face of its own: its title is the author's, or its flavour's name. */
export function renderCallout(block: CalloutBlock, context: Context): string {
  const title =
    block.title.text === ''
      ? escapeHtml(context.words.callouts[block.flavour])
      : renderInline(block.title, context);
  const open = attributes({
    class: ['callout', `callout--${block.flavour}`, ...authorClasses(block, context)],
    'data-exercise': context.surface === 'notes' ? null : (block.exercise ?? null),
  });
  const content = context.render(block.blocks, 2 * CALLOUT.across);
  return `<aside${open}><p class="callout__title">${title}</p>${content}</aside>`;
}

export function renderDetails(block: DetailsBlock, context: Context): string {
  const open = block.open || context.surface === 'notes';
  const summary = renderInline(block.summary, context);
  return `<details${attributes({ open })}><summary>${summary}</summary>${context.render(block.blocks)}</details>`;
}

/** The author's divisions need no element of their own unless their class means something to the theme. */
export function renderGroup(block: GroupBlock, context: Context): string {
  const classes = authorClasses(block, context);
  const taken = classes.includes('columns') ? (context.room + TWO_COLUMNS.gap) / 2 : 0;
  const content = context.render(block.blocks, taken);
  return classes.length === 0 ? content : `<div${attributes({ class: classes })}>${content}</div>`;
}

/** Notes for the speaker: on no slide; in the handout unless the author hid them. */
export function renderNotes(block: NotesBlock, context: Context): string {
  if (context.surface === 'slide' || (context.surface === 'handout' && block.hidden)) return '';
  return `<div class="remark">${context.render(block.blocks)}</div>`;
}
