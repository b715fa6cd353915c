import Reveal, { type RevealConfig } from 'reveal.js';
import { findFrame } from './deck-page.ts';

/** reveal.js, once it stands. */
export type RevealApi = InstanceType<typeof Reveal>;

/**
 * Starts reveal.js over the page's slides: linear, one plain fade, the address follows the slide.
 * `mayUseKey` says whether a key press is the deck's (and not a button's, a dialog's or the terminal's).
 */
export async function startReveal(mayUseKey: (event: KeyboardEvent) => boolean): Promise<RevealApi> {
  const wrapper = findFrame()?.parentElement;
  if (!wrapper) throw new Error('This page carries no deck (no .reveal).');
  const reveal = new Reveal(wrapper, {
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    display: 'flex',
    hash: true,
    hashOneBasedIndex: true,
    respondToHashChanges: true,
    navigationMode: 'linear',
    transition: 'fade',
    transitionSpeed: 'fast',
    backgroundTransition: 'none',
    controls: false,
    progress: true,
    slideNumber: false,
    help: false,
    pdfSeparateFragments: false,
    scrollActivationWidth: 0,
    keyboardCondition: mayUseKey,
  } satisfies RevealConfig);
  await reveal.initialize();
  giveBackBrowseMode(wrapper);
  reveal.on('slidechanged', () => forgetPlaces(wrapper));
  return reveal;
}

/** reveal.js calls its wrapper an application, which takes a screen reader's browse mode away. */
function giveBackBrowseMode(wrapper: HTMLElement): void {
  wrapper.removeAttribute('role');
}

/**
 * reveal.js goes on in a column where it was left, even when it was left by a jump: next would then skip
 * slides. One deck, one order: a column is entered at its first slide.
 */
function forgetPlaces(wrapper: HTMLElement): void {
  for (const column of wrapper.querySelectorAll('.column[data-previous-indexv]')) {
    column.removeAttribute('data-previous-indexv');
  }
}
