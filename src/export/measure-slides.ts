import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { CARD, HEADING, MARGIN, PAGE, ROOM } from '../compiler/slides/layout.ts';
import { packageRoot } from '../system/package-root.ts';
import { openOfflinePage } from './offline-page.ts';

/** What a real browser says of one slide. Lengths are CSS pixels of the 1280×720 page. */
export interface SlideMeasure {
  id: string;
  kind: string;
  /** The most that anything stands out of the slide's margins, or is cut off by its own box; 0: all fits. */
  overflow: number;
  /** What stands out, for people. */
  culprit: string;
  /** The smallest text in the body and the heading; code is told apart. `null`: there is none. */
  smallestText: number | null;
  smallestCode: number | null;
  /** Height of what stands under the heading, and of the room that there is. */
  used: number;
  room: number;
}

/** Where what stands on a slide may be: within its margins, into which wide cards bleed and tall letters reach. */
const EDGES = {
  top: MARGIN.top - 8,
  bottom: PAGE.height - MARGIN.bottom,
  left: MARGIN.side - CARD.bleed / 2,
  right: PAGE.width - MARGIN.side + CARD.bleed / 2,
};

/** A page with the deck's style sheet, for {@link layOutSlides}; `folder` is where lessons' pictures are. */
export async function openSlideTable(browser: Browser, folder: string): Promise<Page> {
  const html =
    '<!doctype html><html><meta charset="utf-8"><link rel="stylesheet" href="/_capas/deck.css"><body></body></html>';
  const folders = { _capas: join(packageRoot, 'dist', 'deck'), pictures: folder };
  const page = await openOfflinePage(browser, { html, address: '/', folders });
  const isStyled = await page.evaluate(() => document.styleSheets.length > 0);
  if (!isStyled) throw new Error('dist/deck/deck.css is missing: run `npm run build`.');
  return page;
}

/**
 * Lays out all slides of a deck at once, each as reveal.js shows it when its turn has come, without starting
 * the runtime: two hundred slides are measured in the time in which reveal.js would show five.
 *
 * @param page has the deck's style sheet; what stands in it is replaced
 * @param deck HTML of a deck as `renderDeck` writes it
 * @param folder the page's folder, relative to that of the table
 */
export async function layOutSlides(page: Page, deck: string, folder = ''): Promise<void> {
  await page.evaluate(
    async ([html, path]) => {
      const source = new DOMParser().parseFromString(html, 'text/html');
      const base =
        document.querySelector('base') ?? document.head.appendChild(document.createElement('base'));
      base.href = `/pictures/${path === '' ? '' : `${path}/`}`;
      document.documentElement.lang = source.documentElement.lang;
      document.body.replaceChildren();
      for (const slide of source.querySelectorAll<HTMLElement>(
        'body > .reveal > .slides > .column > .slide',
      )) {
        const kind = /slide--(title|agenda|section|content|exercise)/.exec(slide.className)?.[1] ?? 'content';
        const viewport = document.createElement('div');
        viewport.className = 'reveal-viewport';
        viewport.dataset['kind'] = kind;
        Object.assign(viewport.style, {
          position: 'relative',
          width: '1280px',
          height: '720px',
          overflow: 'hidden',
        });
        viewport.innerHTML =
          '<div class="reveal"><div class="slides"><section class="stack present"></section></div></div>';
        const slides = viewport.querySelector<HTMLElement>('.slides')!;
        Object.assign(slides.style, { width: '1280px', height: '720px', inset: '0', transform: 'none' });
        const stack = viewport.querySelector('section')!;
        stack.style.display = 'block';
        const own = document.adoptNode(slide);
        own.classList.add('present');
        own.style.display = 'flex';
        stack.append(own);
        document.body.append(viewport);
      }
      await document.fonts.ready;
      await Promise.allSettled([...document.images].map((image) => image.decode()));
    },
    [deck, folder] as const,
  );
}

/** Measures the slides that {@link layOutSlides} laid out, or the one that reveal.js shows. */
export async function measureSlides(page: Page): Promise<SlideMeasure[]> {
  const sizes = { width: PAGE.width, room: ROOM.height, afterHeading: HEADING.after, edges: EDGES };
  return page.evaluate(({ width, room, afterHeading, edges }) => {
    const slides = [...document.querySelectorAll<HTMLElement>('.reveal .slide.present')];
    return slides.map(measure);

    function measure(slide: HTMLElement): SlideMeasure {
      const page = slide.getBoundingClientRect();
      const scale = page.width / width;
      const header = slide.querySelector<HTMLElement>(':scope > .slide__header');
      const body = slide.querySelector<HTMLElement>(':scope > .slide__body');
      const found: SlideMeasure = {
        id: slide.id,
        kind: /slide--(title|agenda|section|content|exercise)/.exec(slide.className)?.[1] ?? '',
        overflow: 0,
        culprit: '',
        smallestText: null,
        smallestCode: null,
        used: 0,
        room: room - (header === null ? 0 : header.getBoundingClientRect().height / scale + afterHeading),
      };
      for (const part of [header, body]) if (part !== null) measurePart(part, page, scale, found);
      if (body !== null) found.used = usedHeight(body) / scale;
      return found;
    }

    function measurePart(part: HTMLElement, page: DOMRect, scale: number, found: SlideMeasure): void {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node: Node | null = part; node !== null; node = walker.nextNode()) {
        if (node instanceof HTMLElement) {
          if (isHeard(node)) continue;
          if (node.matches('img, svg, pre, table, .transcript, .callout, .figure__missing, capas-run'))
            note(node.getBoundingClientRect(), describe(node), page, scale, found);
          if (getComputedStyle(node).overflow === 'hidden') noteCut(node, found);
        } else if (node.textContent!.trim() !== '' && !isHeard(node.parentElement!)) {
          const range = document.createRange();
          range.selectNodeContents(node);
          const label = `${describe(node.parentElement!)} "${node.textContent!.trim().slice(0, 40)}"`;
          const box = range.getBoundingClientRect();
          if (box.width > 0) {
            note(box, label, page, scale, found);
            noteSize(node.parentElement!, found);
          }
        }
      }
    }

    function note(box: DOMRect, label: string, page: DOMRect, scale: number, found: SlideMeasure): void {
      const out = Math.max(
        (box.bottom - page.top) / scale - edges.bottom,
        (page.top - box.top) / scale + edges.top,
        (box.right - page.left) / scale - edges.right,
        (page.left - box.left) / scale + edges.left,
      );
      if (out > 1.5 && out > found.overflow) Object.assign(found, { overflow: out, culprit: label });
    }

    function noteCut(element: HTMLElement, found: SlideMeasure): void {
      const cut = Math.max(
        element.scrollHeight - element.clientHeight,
        element.scrollWidth - element.clientWidth,
      );
      if (cut > 1.5 && cut > found.overflow)
        Object.assign(found, { overflow: cut, culprit: `cut off: ${describe(element)}` });
    }

    function noteSize(element: HTMLElement, found: SlideMeasure): void {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const isCode = element.closest('pre, code, .transcript') !== null;
      const key = isCode ? 'smallestCode' : 'smallestText';
      found[key] = Math.min(found[key] ?? size, size);
    }

    function usedHeight(body: HTMLElement): number {
      const boxes = [...body.children].map((child) => child.getBoundingClientRect());
      if (boxes.length === 0) return 0;
      return Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    }

    function isHeard(element: Element): boolean {
      return (
        element.closest('.only-heard, title, desc, script, style, details:not([open]) > :not(summary)') !==
        null
      );
    }

    function describe(element: Element): string {
      return `${element.tagName.toLowerCase()}${element.className === '' ? '' : `.${String(element.className).split(' ').join('.')}`}`;
    }
  }, sizes);
}
