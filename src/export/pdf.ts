import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { renderDeck } from '../compiler/html/deck.ts';
import { renderHandout } from '../compiler/html/handout.ts';
import type { Course, CourseLesson } from '../course/course.ts';
import { makePageOptions } from '../course/render-pages.ts';
import { packageRoot } from '../system/package-root.ts';
import { renderMermaid } from './mermaid.ts';
import { openOfflinePage } from './offline-page.ts';
import { arrangePaper, handoutPaper, keepLinksOnPaper, notesPaper, pagesStyle, slidePaper } from './paper.ts';

/** `slides`: a page a slide. `notes`: each slide with its notes under it. `handout`: the lesson to read. */
export type PrintedPages = 'slides' | 'notes' | 'handout';

export interface PdfOptions {
  browser: Browser;
  pages: PrintedPages;
  theme: 'light' | 'dark';
  /** The folder of the browser's runtime, as built. */
  runtime?: string;
}

/**
 * A lesson on paper: tagged (PDF/UA's structure), with an outline, its language and title, links that work,
 * and the outputs that the author wrote under commands. Nothing is asked of any other machine.
 */
export async function printLesson(
  course: Course,
  own: CourseLesson,
  { browser, pages, theme, runtime = join(packageRoot, 'dist', 'deck') }: PdfOptions,
): Promise<Uint8Array> {
  const html = await renderForPaper(course, own, { pages, theme }, { browser, runtime });
  const page = await openOfflinePage(browser, {
    html,
    address: `/${encodeURIComponent(own.slug)}/index.html`,
    folders: { _capas: runtime, _files: course.folder, [own.slug]: own.folder },
  });
  try {
    await layOut(page, pages);
    return await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
  } finally {
    await page.close();
  }
}

/** The deck's or the handout's own HTML without its runtime, every diagram drawn. */
async function renderForPaper(
  course: Course,
  own: CourseLesson,
  { pages, theme }: Pick<PdfOptions, 'pages' | 'theme'>,
  drawing: { browser: Browser; runtime: string },
): Promise<string> {
  const options = await makePageOptions(course, own, 'static');
  const missing = own.lesson.diagrams.filter(({ id, mermaid }) => mermaid !== '' && options.svg(id) === null);
  const drawn = await renderMermaid(missing, drawing);
  const svg = (id: string) => {
    const picture = drawn.get(id);
    return picture && 'svg' in picture ? picture.svg : options.svg(id);
  };
  const render = pages === 'handout' ? renderHandout : renderDeck;
  const html = render(own.lesson, { ...options, theme, svg });
  return html.replace(/<script type="module"[^>]*><\/script>\n?/, '');
}

async function layOut(page: Page, pages: PrintedPages): Promise<void> {
  if (pages === 'handout') {
    await page.emulateMedia({ media: 'print' });
    await page.addStyleTag({ content: handoutPaper });
  } else {
    // Slides look as on the screen: reveal.js would print them as black text on white.
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(arrangePaper, pages === 'notes');
    await page.addStyleTag({ content: pagesStyle + (pages === 'notes' ? notesPaper : slidePaper) });
  }
  await page.evaluate(keepLinksOnPaper);
  await page.evaluate(() =>
    Promise.allSettled([document.fonts.ready, ...[...document.images].map((image) => image.decode())]),
  );
}
