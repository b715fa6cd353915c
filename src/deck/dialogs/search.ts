import { make } from '../dom.ts';
import { findSlides } from '../slides/deck-page.ts';
import type { Words } from '../words/words.ts';
import { openDialog } from './dialog.ts';

/** Results shown at once; a search that finds more is to be made narrower. */
const MOST_RESULTS = 12;
/** Characters of text around what was found. */
const AROUND = 60;

/** Asks for words and shows the slides that hold them, notes too; gives the chosen slide, or `null`. */
export async function askSearch(words: Words): Promise<HTMLElement | null> {
  const slides = findSlides().map(readSlide);
  const input = make('input', {
    class: 'search__words',
    type: 'text',
    autofocus: true,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': words.searchHint,
    placeholder: words.searchHint,
  });
  const count = make('p', { class: 'search__count', role: 'status' });
  const results = make('ol', { class: 'search__results' });
  input.addEventListener('input', () => {
    const wanted = simplify(input.value).split(' ').filter(Boolean);
    const found =
      wanted.length === 0 ? [] : slides.filter((slide) => wanted.every((word) => slide.all.includes(word)));
    count.textContent =
      wanted.length === 0 ? '' : found.length === 0 ? words.notFound : words.found(found.length);
    results.replaceChildren(...found.slice(0, MOST_RESULTS).map((slide) => makeResult(slide, wanted, words)));
  });
  const chosen = await openDialog({ name: 'search', title: words.search, body: [input, count, results] });
  return slides[Number(chosen || -1)]?.element ?? null;
}

interface SlideText {
  element: HTMLElement;
  at: number;
  title: string;
  /** What stands on it, and its notes. */
  shown: string;
  notes: string;
  /** Both, as they are compared. */
  all: string;
}

function readSlide(element: HTMLElement, at: number): SlideText {
  const notes = readText(element.querySelector(':scope > .notes'));
  const shown = [
    readText(element.querySelector(':scope > .slide__header')),
    readText(element.querySelector(':scope > .slide__body')),
  ].join(' ');
  return {
    element,
    at,
    title: element.dataset['title'] ?? '',
    shown,
    notes,
    all: simplify(`${shown} ${notes}`),
  };
}

/** The text with a blank between blocks, as it is read. */
function readText(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const block of copy?.querySelectorAll('p, li, h1, h2, h3, tr, td, th, pre, div, svg') ?? [])
    block.append(' ');
  return (copy?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Lower case and no accents: `imagenes` finds `Imágenes`. */
function simplify(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function makeResult(slide: SlideText, wanted: string[], words: Words): HTMLElement {
  const onSlide = wanted.every((word) => simplify(slide.shown).includes(word));
  const place = onSlide ? '' : ` · ${words.inNotes}`;
  return make(
    'li',
    {},
    make(
      'button',
      { type: 'submit', value: slide.at, class: 'search__result' },
      make('strong', {}, `${slide.at + 1}. ${slide.title}`),
      make('span', {}, excerpt(onSlide ? slide.shown : slide.notes, wanted[0]!) + place),
    ),
  );
}

function excerpt(text: string, word: string): string {
  const at = Math.max(0, simplify(text).indexOf(word));
  const from = Math.max(0, at - AROUND);
  const part = text.slice(from, at + word.length + AROUND);
  return `${from > 0 ? '…' : ''}${part}${from + part.length < text.length ? '…' : ''}`;
}
