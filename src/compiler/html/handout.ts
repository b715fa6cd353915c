import { attributes, escapeHtml } from '../html-text.ts';
import { withoutLinks } from '../inline/nodes.ts';
import type { Block, HeadingBlock, Lesson } from '../model.ts';
import { makeRenderer } from './blocks.ts';
import type { Context } from './context.ts';
import { renderNodes } from './inline.ts';
import { authorId } from './names.ts';
import { renderNeighbours } from './neighbours.ts';
import type { RenderOptions } from './options.ts';
import { renderPage } from './page.ts';

/** The whole lesson as one readable page, in the page's order; it needs no JavaScript. */
export function renderHandout(lesson: Lesson, options: RenderOptions): string {
  const context = makeRenderer(lesson, options, 'handout');
  const main = `<main id="capas-content" class="handout">\n${renderTitle(lesson, context)}\n${renderDocument(lesson, context)}\n</main>`;
  return renderPage(
    {
      lang: lesson.lang,
      name: 'handout',
      title: lesson.title,
      description: lesson.settings.description,
      head: '',
      body: [
        `<a class="skip" href="#capas-content">${escapeHtml(context.words.skip)}</a>`,
        renderNavigation(context),
        main,
        renderNeighbours(options, context.words, 'handout.html'),
      ].join('\n'),
    },
    options,
  );
}

/** The page's own first heading, or the title where it has none. */
function renderTitle(lesson: Lesson, context: Context): string {
  const own = lesson.document.some((block) => block.kind === 'heading' && block.depth === 1);
  const author =
    lesson.settings.author === ''
      ? ''
      : `<p class="handout__author">${escapeHtml(lesson.settings.author)}</p>`;
  return `${own ? '' : `<h1>${escapeHtml(lesson.title)}</h1>`}${author}${tocOf(lesson) ? '' : renderContents(lesson, context)}`;
}

/** The contents stand where the author put `{:toc}`. */
function renderDocument(lesson: Lesson, context: Context): string {
  return lesson.document
    .map((block) => (block.kind === 'toc' ? renderContents(lesson, context) : context.render([block])))
    .join('\n');
}

function tocOf(lesson: Lesson): boolean {
  return lesson.document.some((block) => block.kind === 'toc');
}

function renderContents(lesson: Lesson, context: Context): string {
  const headings = lesson.document.filter(isListed);
  if (headings.length < 2) return '';
  const items = headings.map((heading) => {
    const href = escapeHtml(`#${authorId(heading.anchor)}`);
    return `<li><a href="${href}">${renderNodes(withoutLinks(heading.inline.nodes), context)}</a></li>`;
  });
  return `<nav${attributes({ class: ['contents'], 'aria-label': context.words.contents })}><ol>${items.join('')}</ol></nav>`;
}

function isListed(block: Block): block is HeadingBlock {
  return block.kind === 'heading' && block.depth === 2 && !block.attributes.classes.includes('no_toc');
}

function renderNavigation({ options, words }: Context): string {
  const course =
    options.course == null
      ? ''
      : `<a class="bar__course" href="../">${escapeHtml(options.course || words.course)}</a>`;
  return `<header class="bar">${course}<a class="bar__deck" href="./">${escapeHtml(words.slides)}</a></header>`;
}
