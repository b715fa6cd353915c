import { relative } from 'node:path';
import type { Browser } from 'playwright';
import { renderDeck } from '../compiler/html/deck.ts';
import { makeDiagnostic } from '../compiler/lint/codes.ts';
import { diagnoseLoading } from '../compiler/lint/rules/diagrams.ts';
import type { Diagnostic, Lesson } from '../compiler/model.ts';
import type { Course, CourseLesson } from '../course/course.ts';
import { makeHighlighter } from '../course/highlight.ts';
import { makeRenderOptions } from '../course/render-options.ts';
import { layOutSlides, measureSlides, openSlideTable } from '../export/measure-slides.ts';
import { type DrawnDiagram, renderMermaid } from '../export/mermaid.ts';
import { diagnoseDiagram } from '../export/prerender.ts';

/** What only a real browser can tell: diagrams that Mermaid refuses, and slides that are too full. */
export async function lookAtLesson(
  browser: Browser,
  course: Course,
  own: CourseLesson,
): Promise<Diagnostic[]> {
  const drawable = own.lesson.diagrams.filter((diagram) => diagnoseLoading(diagram).length === 0);
  const drawn = await renderMermaid(drawable, { browser });
  return [...findBadDiagrams(own.lesson, drawn), ...(await findOverflow(browser, course, own, drawn))];
}

/** In Mermaid's own words, at the line of the page. */
function findBadDiagrams(lesson: Lesson, drawn: Map<string, DrawnDiagram>): Diagnostic[] {
  return lesson.diagrams.flatMap((diagram) => {
    const result = drawn.get(diagram.id);
    return result && 'error' in result ? [diagnoseDiagram(diagram, result.error)] : [];
  });
}

/** Slides on which something stands out of the margins. A figure from edge to edge is meant to. */
async function findOverflow(
  browser: Browser,
  course: Course,
  own: CourseLesson,
  drawn: Map<string, DrawnDiagram>,
): Promise<Diagnostic[]> {
  const highlight = await makeHighlighter(new Set());
  const svg = (id: string) => {
    const result = drawn.get(id);
    return result && 'svg' in result ? result.svg : null;
  };
  const folder = relative(course.folder, own.folder);
  const options = {
    ...makeRenderOptions(course, own, { home: 'static', highlight }),
    place: { folder, files: '/pictures/' },
    svg,
  };
  const page = await openSlideTable(browser, course.folder);
  try {
    await layOutSlides(page, renderDeck(own.lesson, options), folder);
    const measures = await measureSlides(page);
    return measures.flatMap(({ id, overflow }) => {
      const slide = own.lesson.slides.find((one) => one.id === id);
      if (slide === undefined || slide.layout === 'figure' || overflow < 1) return [];
      const place = { line: slide.line, column: 1 };
      return [makeDiagnostic('slide-overflow', place, slide.title, String(Math.ceil(overflow)))];
    });
  } finally {
    await page.close();
  }
}
