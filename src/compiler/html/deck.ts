import { escapeHtml, escapeJson } from '../html-text.ts';
import type { Lesson, Slide } from '../model.ts';
import { makeRenderer } from './blocks.ts';
import type { Context } from './context.ts';
import { makeDeckData } from './deck-data.ts';
import { renderNeighbours } from './neighbours.ts';
import type { LessonLink, RenderOptions } from './options.ts';
import { renderPage } from './page.ts';
import { renderSlide } from './slide.ts';

/** The deck of a lesson: reveal.js sections, a column a `##` section, with the data that the runtime reads. */
export function renderDeck(lesson: Lesson, options: RenderOptions): string {
  const data = escapeJson(makeDeckData(lesson, options));
  return renderPage(
    {
      lang: lesson.lang,
      name: 'deck',
      title: lesson.title,
      description: lesson.settings.description,
      head: [
        link('prev', options.previous),
        link('next', options.next),
        `<script type="application/json" id="capas-data">${data}</script>\n`,
      ].join(''),
      body: `<div class="reveal"><div class="slides">\n${renderColumns(lesson, options)}\n</div></div>`,
    },
    options,
  );
}

function link(relation: string, lesson: LessonLink | null | undefined): string {
  return lesson
    ? `<link rel="${relation}" href="../${escapeHtml(lesson.slug)}/" title="${escapeHtml(lesson.title)}">\n`
    : '';
}

function renderColumns(lesson: Lesson, options: RenderOptions): string {
  const anchors = slideAnchors(lesson);
  const slide: Context = { ...makeRenderer(lesson, options, 'slide') };
  const notes: Context = { ...makeRenderer(lesson, options, 'notes') };
  for (const [anchor, address] of anchors) {
    slide.anchors.set(anchor, address);
    notes.anchors.set(anchor, address);
  }
  const parts = partsOf(lesson.slides);
  return columnsOf(lesson.slides)
    .map((slides) => {
      const written = slides.map((one) =>
        renderSlide(one, {
          lesson,
          slide,
          notes,
          parts: parts.get(one) ?? 1,
          foot: one === lesson.slides.at(-1) ? renderNeighbours(options, slide.words, '') : '',
        }),
      );
      return `<section class="column" data-section="${escapeHtml(slides[0]!.section)}">\n${written.join('\n')}\n</section>`;
    })
    .join('\n');
}

/** Where each heading's anchor leads in the deck: reveal's address of the slide that it stands on. */
function slideAnchors(lesson: Lesson): Map<string, string> {
  const anchors = new Map<string, string>();
  for (const slide of lesson.slides) {
    for (const anchor of slide.anchors) if (!anchors.has(anchor)) anchors.set(anchor, `#/${slide.id}`);
  }
  return anchors;
}

function columnsOf(slides: readonly Slide[]): Slide[][] {
  const columns: Slide[][] = [];
  for (const slide of slides) {
    if (columns.at(-1)?.[0]?.column === slide.column) columns.at(-1)!.push(slide);
    else columns.push([slide]);
  }
  return columns;
}

/** Of how many slides each continued slide's heading has. */
function partsOf(slides: readonly Slide[]): Map<Slide, number> {
  const parts = new Map<Slide, number>();
  let run: Slide[] = [];
  for (const slide of [...slides, null]) {
    if (slide === null || slide.continuation === 0) {
      for (const one of run) parts.set(one, run.length);
      run = [];
    }
    if (slide !== null) run.push(slide);
  }
  return parts;
}
