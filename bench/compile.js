import { median, time } from './figures.js';
import { makePage } from './pages.js';

const nothing = { picture: () => null, read: () => null, exists: () => true };

/**
 * A lesson of 1,000 slides, from text to lesson and from lesson to the deck's HTML.
 * @param {typeof import('./parts.js')} capas
 * @returns {Promise<import('./figures.js').Figure[]>}
 */
export async function bench({ compile, renderDeck }) {
  const page = { path: 'long.md', text: makePage(1000) };
  const times = await time(9, () => compile(page, nothing));
  const lesson = compile(page, nothing);
  const rendering = await time(9, () => renderDeck(lesson, options));
  const before = memory();
  const kept = compile(page, nothing);
  const grown = memory() - before;
  const note = `${kept.slides.length} slides, ${kept.steps.length} steps`;
  const huge = { path: 'huge.md', text: makePage(1000).repeat(Math.ceil(5e6 / page.text.length)) };
  const hugeTimes = await time(3, () => compile(huge, nothing));
  return [
    { what: 'Compiling a page of 5 MB', value: median(hugeTimes), unit: 'ms', most: 5000 },
    { what: 'Compiling 1,000 slides', value: median(times), unit: 'ms', most: 300, note },
    { what: 'Compiling 1,000 slides, first time', value: times[0] ?? 0, unit: 'ms' },
    { what: 'Writing their deck', value: median(rendering), unit: 'ms' },
    { what: 'Memory that their lesson keeps', value: grown / 1e6, unit: 'MB' },
  ];
}

/** @type {import('../src/compiler/html/options.ts').RenderOptions} */
const options = {
  slug: 'long',
  home: 'static',
  runtime: '../_capas/',
  recordings: {},
  svg: () => null,
  highlight: (code) => code.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
};

function memory() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
