import { attributes, escapeHtml } from '../html-text.ts';
import type { Lesson, Slide } from '../model.ts';
import type { Context } from './context.ts';
import { isRemote, resolveFile } from './files.ts';
import { renderInline } from './inline.ts';

export interface SlideSetting {
  lesson: Lesson;
  /** Contexts of the slide's body and of its notes. */
  slide: Context;
  notes: Context;
  /** How many slides the heading has in all. */
  parts: number;
  /** HTML that stands below its body: links to other lessons on the last slide. */
  foot: string;
}

/** One slide as a `<section>` of reveal.js, its notes in it. */
export function renderSlide(slide: Slide, setting: SlideSetting): string {
  const background = findBackground(slide, setting.slide);
  const open = attributes({
    id: slide.id,
    class: slideClasses(slide, background !== null),
    'data-line': slide.line,
    'data-continuation': slide.continuation,
    'data-title': slide.title,
    'data-background-image': background,
    'data-background-size': background === null ? null : 'cover',
  });
  const body = setting.slide.render(slide.shown);
  return [
    `<section${open}>`,
    renderHeader(slide, setting),
    body === '' ? '' : `<div class="slide__body">${body}</div>`,
    setting.foot,
    slide.spoken.length === 0 ? '' : `<aside class="notes">${setting.notes.render(slide.spoken)}</aside>`,
    '</section>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The address of the picture behind it; nothing is loaded from another machine. */
function findBackground({ background }: Slide, { options }: Context): string | null {
  return background === null || isRemote(background) ? null : resolveFile(background, options);
}

function slideClasses(slide: Slide, hasBackground: boolean): string[] {
  return [
    'slide',
    `slide--${slide.kind}`,
    ...(slide.layout === 'plain' ? [] : [`slide--${slide.layout}`]),
    ...(slide.density === 'normal' ? [] : [`slide--${slide.density}`]),
    ...(slide.longTitle ? ['slide--long-title'] : []),
    ...(hasBackground ? ['slide--background'] : []),
  ];
}

function renderHeader(slide: Slide, { slide: context, parts }: SlideSetting): string {
  if (slide.heading === null && slide.kind !== 'agenda') return '';
  const heading =
    slide.heading === null ? escapeHtml(context.words.agenda) : renderInline(slide.heading, context);
  const tag = slide.kind === 'title' ? 'h1' : 'h2';
  const mark = parts > 1 ? context.words.continued(slide.continuation + 1, parts) : '';
  const continued = mark === '' ? '' : `<span class="slide__continued">${escapeHtml(mark)}</span>`;
  return `<header class="slide__header"><${tag}>${heading}</${tag}>${continued}</header>`;
}
