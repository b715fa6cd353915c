import type { Page } from 'playwright';
import { renderDeck } from '../../src/compiler/html/deck.ts';
import { readDiagram } from '../../src/course/recordings.ts';
import { launchBrowser } from '../../src/export/browser.ts';
import { layOutSlides, openSlideTable } from '../../src/export/measure-slides.ts';
import { compileFile } from './pages.ts';
import { plainOptions } from './render-options.ts';

export interface SheetOptions {
  /** Where the page's pictures are. */
  folder: string;
  dark: boolean;
  /** The screen that the slides are shown on, in pixels. */
  screen: { width: number; height: number };
  /** Width of a slide on the sheet, in pixels. */
  thumbnail: number;
  /** Slides in a row. */
  columns: number;
}

/** Takes one picture of all slides of a page; returns how many there are. */
export async function takeContactSheet(path: string, out: string, options: SheetOptions): Promise<number> {
  const lesson = compileFile(path);
  const browser = await launchBrowser();
  try {
    const page = await openSlideTable(browser, options.folder);
    await page.emulateMedia({ colorScheme: options.dark ? 'dark' : 'light' });
    await layOutSlides(
      page,
      renderDeck(lesson, {
        ...plainOptions,
        svg: (id) => readDiagram(options.folder, id) ?? plainOptions.svg(id),
      }),
    );
    await page.setViewportSize({ width: (options.thumbnail + GAP) * options.columns + GAP, height: 400 });
    await arrange(page, options);
    await page.screenshot({ path: out, fullPage: true });
  } finally {
    await browser.close();
  }
  return lesson.slides.length;
}

/** Pixels between two slides. */
const GAP = 8;

async function arrange(page: Page, { screen, thumbnail, columns }: SheetOptions): Promise<void> {
  await page.evaluate(
    ({ screen, thumbnail, columns, gap }) => {
      const scale = Math.min(screen.width / 1280, screen.height / 720) * (thumbnail / screen.width);
      const height = thumbnail * (screen.height / screen.width);
      const slides = [...document.querySelectorAll<HTMLElement>('body > .reveal-viewport')];
      slides.forEach((viewport, at) => {
        const slide = viewport.querySelector<HTMLElement>('.slide')!;
        slide.dataset['place'] = `${at + 1} / ${slides.length}`;
        Object.assign(viewport.style, { width: `${thumbnail}px`, height: `${height}px` });
        const reveal = viewport.querySelector<HTMLElement>('.reveal')!;
        Object.assign(reveal.style, {
          position: 'absolute',
          width: '1280px',
          height: '720px',
          top: `${(height - 720 * scale) / 2}px`,
          transform: `scale(${scale})`,
          transformOrigin: '0 0',
        });
      });
      document.documentElement.style.setProperty('--slide-scale', String(scale));
      Object.assign(document.body.style, {
        display: 'grid',
        height: 'auto',
        gridTemplateColumns: `repeat(${columns}, ${thumbnail}px)`,
        gap: `${gap}px`,
        padding: `${gap}px`,
        background: '#888',
      });
    },
    { screen, thumbnail, columns, gap: GAP },
  );
}
