import { renderDeck } from '../compiler/html/deck.ts';
import { renderHandout } from '../compiler/html/handout.ts';
import { renderCourse } from '../compiler/html/index-page.ts';
import type { RenderOptions } from '../compiler/html/options.ts';
import type { Block } from '../compiler/model.ts';
import { visit } from '../compiler/walk.ts';
import type { Course, CourseLesson } from './course.ts';
import { makeHighlighter } from './highlight.ts';
import type { Renderer } from './live-course.ts';
import { makeRenderOptions } from './render-options.ts';

/** Renders a course's pages for decks that the helper serves. */
export const helperRenderer: Renderer = {
  async deck(course, own) {
    return renderDeck(own.lesson, await makePageOptions(course, own, 'helper'));
  },
  async handout(course, own) {
    return renderHandout(own.lesson, await makePageOptions(course, own, 'helper'));
  },
  index(course) {
    return renderCourse(course, { runtime: '_capas/' });
  },
};

/** What a lesson's deck and handout are rendered with, its code coloured. */
export async function makePageOptions(
  course: Course,
  own: CourseLesson,
  home: RenderOptions['home'],
): Promise<RenderOptions> {
  const highlight = await makeHighlighter(languagesOf(own.lesson.document));
  return makeRenderOptions(course, own, { home, highlight });
}

/** What code of the page is written in. */
function languagesOf(blocks: Block[]): Set<string> {
  const languages = new Set<string>();
  visit(blocks, (block) => {
    if (block.kind === 'code' || block.kind === 'transcript') languages.add(block.language);
  });
  return languages;
}
