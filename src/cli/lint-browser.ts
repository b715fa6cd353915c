import { relative } from 'node:path';
import type { Browser } from 'playwright';
import { renderDeck } from '../compiler/html/deck.ts';
import { makeDiagnostic } from '../compiler/lint/codes.ts';
import type { Diagnostic, Lesson } from '../compiler/model.ts';
import { layOutSlides, measureSlides, openSlideTable } from '../export/measure-slides.ts';
import { renderMermaid } from '../export/mermaid.ts';
import { diagnoseDiagram } from '../export/prerender.ts';
import type { Course, CourseLesson } from '../helper/course.ts';
import { makeHighlighter } from '../helper/highlight.ts';
import { makeRenderOptions } from '../helper/render-lesson.ts';

/** Diagrams that Mermaid refuses, in its own words, at the line of the page. */
export async function findBadDiagrams(browser: Browser, lesson: Lesson): Promise<Diagnostic[]> {
  const drawn = await renderMermaid(lesson.diagrams, { browser });
  return lesson.diagrams.flatMap((diagram) => {
    const result = drawn.get(diagram.id);
    return result && 'error' in result ? [diagnoseDiagram(diagram, result.error)] : [];
  });
}

/** Slides on which something stands out of the screen. */
export async function findOverflow(
  browser: Browser,
  course: Course,
  own: CourseLesson,
): Promise<Diagnostic[]> {
  const options = makeRenderOptions(course, own, {
    home: 'static',
    highlight: await makeHighlighter(new Set()),
  });
  const page = await openSlideTable(browser, course.folder);
  try {
    await layOutSlides(page, renderDeck(own.lesson, options), relative(course.folder, own.folder));
    const measures = await measureSlides(page);
    return measures.flatMap(({ id, overflow }) => {
      const slide = own.lesson.slides.find((one) => one.id === id);
      if (slide === undefined || overflow < 1) return [];
      const place = { line: slide.line, column: 1 };
      return [makeDiagnostic('slide-overflow', place, slide.title, String(Math.ceil(overflow)))];
    });
  } finally {
    await page.close();
  }
}
