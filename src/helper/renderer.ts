import { renderDeck } from '../compiler/html/deck.ts';
import { renderHandout } from '../compiler/html/handout.ts';
import { renderCourse } from '../compiler/html/index-page.ts';
import type { Block } from '../compiler/model.ts';
import { visit } from '../compiler/page/walk.ts';
import type { Course, CourseLesson } from './course.ts';
import { makeHighlighter } from './highlight.ts';
import type { Renderer } from './live-course.ts';
import { makeRenderOptions } from './render-lesson.ts';

/** Renders a course's pages for decks that the helper serves. */
export const helperRenderer: Renderer = {
  async deck(course, own) {
    return renderDeck(own.lesson, await optionsOf(course, own));
  },
  async handout(course, own) {
    return renderHandout(own.lesson, await optionsOf(course, own));
  },
  index(course) {
    return renderCourse(course, { runtime: '_capas/' });
  },
};

async function optionsOf(course: Course, own: CourseLesson) {
  const highlight = await makeHighlighter(languagesOf(own.lesson.document));
  return makeRenderOptions(course, own, { home: 'helper', highlight });
}

/** What code of the page is written in. */
function languagesOf(blocks: Block[]): Set<string> {
  const languages = new Set<string>();
  visit(blocks, (block) => {
    if (block.kind === 'code' || block.kind === 'transcript') languages.add(block.language);
  });
  return languages;
}
