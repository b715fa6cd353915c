import '../../assets/deck.css';
import { readPurpose } from './deck-page.ts';
import { followSlide, numberSlides } from './place.ts';
import { startReveal } from './show.ts';
import { restoreTheme } from './theme.ts';

/** The deck's start: what each window of it needs, in order. */
async function start(): Promise<void> {
  restoreTheme();
  numberSlides();
  const purpose = readPurpose(new URL(location.href), innerWidth);
  if (purpose === 'read' || purpose === 'speak') return;
  const reveal = await startReveal(() => true);
  followSlide(reveal);
}

void start();
