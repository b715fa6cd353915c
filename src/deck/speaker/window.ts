import { make } from '../dom.ts';
import { KEYS, type KeyAction } from '../keys/keys.ts';
import { findSlides, readDeckData } from '../slides/deck-page.ts';
import { numberSlides } from '../slides/number-slides.ts';
import { type Words, wordsFor } from '../words/words.ts';
import { makeClock } from './clock.ts';
import { type FromSpeaker, isOurs, type Shown } from './messages.ts';
import { Preview } from './preview.ts';

/** Milliseconds between two greetings, and without an answer until the presentation counts as lost. */
const GREET_EVERY = 1000;
const LOST_AFTER = 3000;

/** The speaker's window: this slide, the next one, the notes, and the time. It never speaks to the helper. */
export function openSpeakerWindow(): void {
  const { title, lang } = readDeckData();
  const words = wordsFor(lang);
  numberSlides();
  const slides = findSlides();
  const view = makeView(words);
  document.title = `${words.speaker} · ${title}`;
  document.body.replaceChildren(view.element);
  let shown: Shown | null = null;
  let heard = performance.now();

  addEventListener('message', (event) => {
    const message = event.data as Shown;
    if (!isOurs(event) || event.source !== window.opener || message?.capas !== 'shown') return;
    heard = performance.now();
    if (shown && message.version !== shown.version) return location.reload();
    shown = message;
    view.show(slides, message);
  });
  addEventListener('keydown', (event) => {
    const action = findAction(event);
    if (!action) return;
    event.preventDefault();
    tell({ capas: 'key', action });
  });
  const greet = () => {
    tell({ capas: 'hello' });
    view.setAlone(performance.now() - heard > LOST_AFTER);
  };
  greet();
  setInterval(greet, GREET_EVERY);
}

function tell(message: FromSpeaker): void {
  const opener = window.opener as Window | null;
  opener?.postMessage(message, { targetOrigin: location.protocol === 'file:' ? '*' : location.origin });
}

/** Keys that make sense from afar: moving, and the demo. */
const FROM_AFAR: Partial<Record<string, KeyAction>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
};
const DEMO_KEYS = ['run', 'stop', 'record', 'outputs', 'enlarge', 'hide', 'faster', 'black'];

function findAction(event: KeyboardEvent): KeyAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.target instanceof Element && event.target.closest('button') && event.key === ' ') return null;
  const far = FROM_AFAR[event.key];
  if (far) return far;
  const binding = KEYS.find(({ keys, shift }) => !shift && keys.includes(event.key.toLowerCase()));
  return binding && !event.shiftKey && DEMO_KEYS.includes(binding.action) ? binding.action : null;
}

function makeView(words: Words) {
  const current = new Preview('current');
  const next = new Preview('next');
  const place = make('p', { class: 'speaker__place' });
  const alone = make('p', { class: 'speaker__alone', role: 'status', hidden: true }, words.alone);
  const end = make('p', { class: 'speaker__end', hidden: true }, words.end);
  const notes = make('div', { class: 'speaker__notes', tabindex: 0 });
  const steps = make('ol', { class: 'speaker__steps' });
  const element = make(
    'main',
    { class: 'speaker' },
    make('header', { class: 'speaker__head' }, place, alone, makeClock(words)),
    make(
      'section',
      { class: 'speaker__left' },
      current.element,
      make('h2', {}, words.next),
      end,
      next.element,
    ),
    make('section', { class: 'speaker__right' }, make('h2', {}, words.notes), notes, steps),
  );
  return {
    element,
    setAlone: (isAlone: boolean) => {
      alone.hidden = !isAlone;
    },
    show: (slides: HTMLElement[], shown: Shown) => {
      const slide = slides[shown.at] ?? null;
      const following = slides[shown.at + 1] ?? null;
      place.textContent = words.slideOf(shown.at + 1, slides.length);
      current.show(slide);
      next.show(following);
      end.hidden = following !== null;
      next.element.hidden = following === null;
      const said = slide?.querySelector(':scope > .notes')?.cloneNode(true);
      notes.replaceChildren(...(said ? [...said.childNodes] : [words.noNotes]));
      steps.replaceChildren(...shown.steps.map(({ command, state }) => makeStep(command, state)));
      steps.hidden = shown.steps.length === 0;
    },
  };
}

function makeStep(command: string, state: string): HTMLElement {
  return make('li', { 'data-state': state }, make('code', {}, command));
}
