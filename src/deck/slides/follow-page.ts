import type { DeckData } from '../../protocol/deck-data.ts';
import { findFrame, findSlides, readDeckData } from './deck-page.ts';
import { numberSlides } from './number-slides.ts';
import type { RevealApi } from './start-reveal.ts';

/** Takes the page's new slides into the window whenever it changed on disk. */
export class PageFollower {
  #taken = '';

  /**
   * Shows the new slides, at the slide that was shown, or, when that is gone, at the one that has its place
   * now. Gives the new data, or `null` when nothing is new; throws when the page can't be fetched.
   */
  async take(reveal: RevealApi | null): Promise<DeckData | null> {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`.trim());
    const text = await answer.text();
    if (text === this.#taken) return null;
    this.#taken = text;
    return show(new DOMParser().parseFromString(text, 'text/html'), reveal);
  }
}

function show(fresh: Document, reveal: RevealApi | null): DeckData {
  const data = readDeckData(fresh);
  document.title = fresh.title;
  document.documentElement.lang = fresh.documentElement.lang;
  document.getElementById('capas-data')!.textContent = JSON.stringify(data);
  if (reveal) replaceSlides(reveal, fresh);
  return data;
}

function replaceSlides(reveal: RevealApi, fresh: Document): void {
  const { h, v, f } = reveal.getIndices();
  const shown = reveal.getCurrentSlide()?.id ?? '';
  const columns = [...(findFrame(fresh)?.children ?? [])];
  findFrame()!.replaceChildren(...columns.map((one) => document.adoptNode(one)));
  numberSlides();
  reveal.sync();
  const same = findSlides().find((slide) => slide.id === shown);
  const place = same ? reveal.getIndices(same) : { h, v };
  reveal.slide(place.h, place.v, f);
  reveal.layout();
}
