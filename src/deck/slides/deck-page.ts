import type { DeckData } from '../../protocol/deck-data.ts';

/** What the page carries for its runtime. Throws when the page was not written by Capas. */
export function readDeckData(page: Document = document): DeckData {
  const data = page.getElementById('capas-data');
  if (!data) throw new Error('This page carries no deck (no #capas-data).');
  return JSON.parse(data.textContent ?? '') as DeckData;
}

/** What holds the deck's columns of slides; `null` on a page without a deck. */
export function findFrame(page: ParentNode = document): HTMLElement | null {
  return page.querySelector<HTMLElement>('body > .reveal > .slides');
}

/** The slides of the deck, in the order in which they are presented: where we write them, and nowhere within. */
export function findSlides(page: ParentNode = document): HTMLElement[] {
  return [...(findFrame(page)?.querySelectorAll<HTMLElement>(':scope > .column > .slide') ?? [])];
}

/** What the window is opened for, told by its address. */
export type Purpose = 'present' | 'speak' | 'print' | 'read';

/**
 * `?speaker` is the speaker's window, `?view=print` paper; a telephone held upright reads.
 */
export function readPurpose(address: URL, width: number): Purpose {
  const query = address.searchParams;
  if (query.has('speaker')) return 'speak';
  if (query.get('view') === 'print' || query.has('print-pdf') || query.has('export')) return 'print';
  return width < READING_WIDTH && !query.has('slides') ? 'read' : 'present';
}

/** CSS pixels; below it a slide that is scaled to fit can't be read. */
const READING_WIDTH = 600;
