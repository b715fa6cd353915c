import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDeck } from '../../src/compiler/html/deck.ts';
import { FLOOR } from '../../src/compiler/slides/layout.ts';
import { launchBrowser } from '../../src/export/browser.ts';
import {
  layOutSlides,
  measureSlides,
  openSlideTable,
  type SlideMeasure,
} from '../../src/export/measure-slides.ts';
import { compileFile, corpus, listPages } from './pages.ts';
import { plainOptions } from './render-options.ts';

const pages = listPages();
const viewports = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
];

interface Measured extends SlideMeasure {
  page: string;
  viewport: string;
  line: number;
}

describe.skipIf(pages.length === 0)('slides of real pages, in a real browser', () => {
  let browser: Browser;
  let table: Page;
  const measured: Measured[] = [];
  let milliseconds = 0;

  beforeAll(async () => {
    browser = await launchBrowser();
    table = await openSlideTable(browser, corpus);
    const start = performance.now();
    for (const { name, path } of pages) {
      const lesson = compileFile(path);
      await layOutSlides(table, renderDeck(lesson, plainOptions), dirname(name));
      for (const viewport of viewports) {
        await table.setViewportSize(viewport);
        const size = `${viewport.width}×${viewport.height}`;
        const slides = await measureSlides(table);
        measured.push(
          ...slides.map((slide, at) => ({
            ...slide,
            page: name,
            viewport: size,
            line: lesson.slides[at]!.line,
          })),
        );
      }
    }
    milliseconds = performance.now() - start;
  }, 300_000);

  afterAll(async () => {
    report(measured, milliseconds);
    await browser?.close();
  });

  it('none overflows, at 16:9 and at 4:3', () => {
    expect(measured.filter((slide) => slide.overflow > 0).map(tell)).toEqual([]);
  });

  it('no text is too small to read in the last row', () => {
    const small = measured.filter(
      (slide) => (slide.smallestText ?? 99) < FLOOR.text || (slide.smallestCode ?? 99) < FLOOR.code,
    );
    expect(small.map(tell)).toEqual([]);
  });

  it('slides are filled: the mean is over 45 %, few hold next to nothing', () => {
    const bodies = measured.filter(isBody);
    expect(mean(bodies.map(fillOf))).toBeGreaterThan(0.45);
    expect(bodies.filter((slide) => fillOf(slide) < 0.25).length / bodies.length).toBeLessThan(0.12);
  });
});

function tell(slide: Measured): string {
  const { page, line, viewport, overflow, culprit, smallestText, smallestCode } = slide;
  return `${page}:${line} ${viewport} over ${overflow.toFixed(0)} px (${culprit}) text ${smallestText} code ${smallestCode}`;
}

function isBody(slide: SlideMeasure): boolean {
  return slide.kind === 'content' || slide.kind === 'exercise';
}

function fillOf(slide: SlideMeasure): number {
  return slide.used / slide.room;
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}

/** The figures that tell whether decks are fit to present, for people who read the test's output. */
function report(measured: Measured[], milliseconds: number): void {
  const once = measured.filter((slide) => slide.viewport === '1280×720');
  const bodies = once.filter(isBody);
  const smallest = (sizes: (number | null)[]) => Math.min(...sizes.map((size) => size ?? 99));
  console.log(
    [
      `${pages.length} pages, ${once.length} slides, ${bodies.length} with a body`,
      `overflowing ${measured.filter((slide) => slide.overflow > 0).length}`,
      `smallest text ${smallest(once.map((slide) => slide.smallestText))} px, code ${smallest(once.map((slide) => slide.smallestCode))} px`,
      `mean fill ${(100 * mean(bodies.map(fillOf))).toFixed(1)} %`,
      `under a quarter full ${bodies.filter((slide) => fillOf(slide) < 0.25).length}`,
      `${(milliseconds / 1000).toFixed(1)} s in all, ${(milliseconds / pages.length).toFixed(0)} ms a page`,
    ].join(' · '),
  );
}
