import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { renderDeck } from '../../src/compiler/html/deck.ts';
import { renderHandout } from '../../src/compiler/html/handout.ts';
import type { Lesson } from '../../src/compiler/model.ts';
import { compileFile, listPages } from './pages.ts';
import { plainOptions } from './render-options.ts';
import { missingWords, wordsOfHtml, wordsOfSource } from './source-words.ts';

const pages = listPages();
const figures = { slides: 0, steps: 0, words: 0, lost: 0, milliseconds: 0 };

describe.skipIf(pages.length === 0)('real pages, whole', () => {
  for (const { name, path } of pages) {
    it(`${name} loses no word in deck and handout`, () => {
      const start = performance.now();
      const lesson = compileFile(path);
      figures.milliseconds += performance.now() - start;
      const words = wordsOfSource(readFileSync(path, 'utf8'));
      const deck = missingWords(words, wordsOfHtml(renderDeck(lesson, plainOptions)));
      const handout = missingWords(words, wordsOfHtml(renderHandout(lesson, plainOptions)));
      count(lesson, words.length, deck.length + handout.length);
      expect({ deck, handout }).toEqual({ deck: [], handout: [] });
    });

    it(`${name} has each command in exactly one step`, () => {
      const lesson = compileFile(path);
      const ids = commandsOf(lesson.document);
      expect(new Set(ids).size).toBe(ids.length);
      expect([...ids].sort()).toEqual(lesson.steps.map((step) => step.id).sort());
    });
  }

  afterAll(() => {
    const { slides, steps, words, lost, milliseconds } = figures;
    console.log(
      `${pages.length} pages, ${slides} slides, ${steps} steps, ${words} words, ${lost} lost · ` +
        `${milliseconds.toFixed(0)} ms in all, ${(milliseconds / pages.length).toFixed(1)} ms a page`,
    );
  });
});

function count(lesson: Lesson, words: number, lost: number): void {
  figures.slides += lesson.slides.length;
  figures.steps += lesson.steps.length;
  figures.words += words;
  figures.lost += lost;
}

/** The step ids of all commands of a page, wherever they stand in it. */
function commandsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(commandsOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('kind' in value && value.kind === 'command' && 'step' in value) {
    return typeof value.step === 'string' ? [value.step] : [];
  }
  return Object.values(value).flatMap(commandsOf);
}
