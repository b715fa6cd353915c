import { findSlides } from './deck-page.ts';
import type { RevealApi } from './show.ts';

/** Writes on each slide what its footer shows: its section, and which slide of how many. */
export function numberSlides(page: ParentNode = document): void {
  const slides = findSlides(page);
  slides.forEach((slide, index) => {
    slide.dataset['place'] = `${index + 1} / ${slides.length}`;
    const section = slide.closest<HTMLElement>('.column')?.dataset['section'];
    if (section && slide.dataset['section'] === undefined) slide.dataset['section'] = section;
  });
}

/**
 * Keeps on the viewport what the theme needs to know of the current slide: its kind (the ground beyond a
 * 16:9 page has its colour), and where the page stands in the window (what lies over it has its scale).
 */
export function followSlide(reveal: RevealApi): void {
  const update = () => {
    showKind(reveal);
    showFrame(reveal);
  };
  reveal.on('slidechanged', update);
  reveal.on('resize', update);
  reveal.on('ready', update);
  update();
}

function showKind(reveal: RevealApi): void {
  const viewport = reveal.getViewportElement() as HTMLElement;
  viewport.dataset['kind'] = /slide--(\w+)/.exec(kindClasses(reveal.getCurrentSlide()))?.[1] ?? 'content';
}

const KINDS = ['title', 'agenda', 'section', 'content', 'exercise'];

function kindClasses(slide: Element | null | undefined): string {
  return [...(slide?.classList ?? [])]
    .filter((name) => KINDS.includes(name.replace('slide--', '')))
    .join(' ');
}

function showFrame(reveal: RevealApi): void {
  const scale = reveal.getScale();
  const style = document.documentElement.style;
  style.setProperty('--slide-scale', String(scale));
  style.setProperty('--page-width', `${1280 * scale}px`);
  style.setProperty('--page-height', `${720 * scale}px`);
}
