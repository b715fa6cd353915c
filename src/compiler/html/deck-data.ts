import type { DeckData, DeckStep } from '../../protocol/deck-data.ts';
import type { Lesson, Step } from '../model.ts';
import type { RenderOptions } from './options.ts';
import { interfaceLanguage } from './words.ts';

/** What the deck's runtime needs to know of its lesson. */
export function makeDeckData(lesson: Lesson, options: RenderOptions): DeckData {
  return {
    lesson: options.slug,
    title: lesson.title,
    lang: interfaceLanguage(lesson.lang),
    home: options.home,
    steps: lesson.steps.map(makeDeckStep),
    recordings: options.recordings,
  };
}

function makeDeckStep(step: Step): DeckStep {
  const { id, prompt, command, inside, insideName, output, interactive, exit, placeholders, terminal } = step;
  return { id, prompt, command, inside, insideName, output, interactive, exit, placeholders, terminal };
}
