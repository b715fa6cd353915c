import '../../assets/deck.css';
import { addSpeaker, makeActions } from './keys/deck-keys.ts';
import { ignoreHeldKeys } from './keys/held-keys.ts';
import { listenKeys, mayDeckUseKey } from './keys/keys.ts';
import { Presentation } from './presentation.ts';
import { readDeckData, readPurpose } from './slides/deck-page.ts';
import { followSlide } from './slides/follow-slide.ts';
import { numberSlides } from './slides/number-slides.ts';
import { startReveal } from './slides/start-reveal.ts';
import { restoreTheme } from './theme.ts';
import { wordsFor } from './words/words.ts';

/** The deck's start: what each window of it needs, in order. */
async function start(): Promise<void> {
  restoreTheme();
  ignoreHeldKeys(document);
  const purpose = readPurpose(new URL(location.href), innerWidth);
  if (purpose === 'speak') return (await import('./speaker/window.ts')).openSpeakerWindow();
  numberSlides();
  if (purpose === 'read') return read();
  const reveal = await startReveal(mayDeckUseKey);
  followSlide(reveal);
  if (purpose !== 'present') return;
  const presentation = new Presentation(readDeckData(), reveal);
  const actions = makeActions(presentation);
  addSpeaker(actions, presentation, reveal);
  listenKeys(actions);
}

async function read(): Promise<void> {
  const data = readDeckData();
  const { readSlides } = await import('./reading/read-slides.ts');
  readSlides(wordsFor(data.lang));
  listenKeys(makeActions(new Presentation(data, null)));
}

void start();
