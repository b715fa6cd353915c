import { findSlides } from './deck-page.ts';

/** Writes on each slide what its footer shows: its section, and which slide of how many. */
export function numberSlides(page: ParentNode = document): void {
  const slides = findSlides(page);
  slides.forEach((slide, index) => {
    slide.dataset['place'] = `${index + 1} / ${slides.length}`;
    const section = slide.closest<HTMLElement>('.column')?.dataset['section'];
    if (section && slide.dataset['section'] === undefined) slide.dataset['section'] = section;
  });
}
