import { make } from '../dom.ts';
import { findFrame, findSlides } from '../slides/deck-page.ts';
import type { Words } from '../words/words.ts';

/**
 * On a telephone held upright: the slides one under the other as a page to scroll, with the way to the
 * handout, which has all the prose, and to the slides as they are shown in class.
 */
export function readSlides(words: Words): void {
  const asSlides = new URL(location.href);
  asSlides.search = '?slides';
  const lead = make(
    'header',
    { class: 'reading__lead' },
    make('p', {}, words.readLead),
    make(
      'p',
      { class: 'reading__links' },
      make('a', { href: 'handout.html' }, words.handout),
      make('a', { href: asSlides.href }, words.asSlides),
    ),
  );
  const main = make('main', { class: 'reading' }, ...findSlides());
  main.firstElementChild?.after(lead);
  document.documentElement.dataset['mode'] = 'read';
  findFrame()?.parentElement?.replaceWith(main);
}
