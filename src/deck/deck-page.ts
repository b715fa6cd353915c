import type { DeckData } from '../protocol/deck-data.ts';

/** What the page carries for its runtime. Throws when the page was not written by Capas. */
export function readDeckData(page: Document = document): DeckData {
  const data = page.getElementById('capas-data');
  if (!data) throw new Error('This page carries no deck (no #capas-data).');
  return JSON.parse(data.textContent ?? '') as DeckData;
}

/** The slides of the deck, in the order in which they are presented. */
export function findSlides(page: ParentNode = document): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('.slides .slide')];
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
