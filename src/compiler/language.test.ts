import { expect, it } from 'vitest';
import { guessLanguage } from './language.ts';
import { compilePage } from './slides/slides.fixture.ts';

it.each([
  ['', 'es'],
  ['docker ps', 'es'],
  ['The image is a stack of layers', 'en'],
  ['La imagen es una pila de capas', 'es'],
  ['LA IMAGEN ES UNA PILA DE CAPAS', 'es'],
  ['the la', 'es'],
  ['the of la', 'en'],
  ['lalala themes', 'es'],
  ['más', 'es'],
  ['La imagen <!-- the rest of this is to be written with more of it --> de Docker', 'es'],
  ['La imagen <a href="a/to/the/and/of.png" title="to be on it"> de Docker', 'es'],
  ['The image <!-- de los que se han ido', 'es'],
])('%s is %s', (text, lang) => {
  expect(guessLanguage(text)).toBe(lang);
});

it('writes what a page asks for in the language that the page is said to be in', () => {
  const comment = '<!-- this page is to be read with the others, as it was on the site -->';
  const { lang, slides } = compilePage(
    `${comment}\n# Los volúmenes\n\n## {{% heading "objectives" %}}\n\nTexto.`,
  );
  expect([lang, slides[1]?.title]).toEqual(['es', 'Objetivos']);
});

it('the beginning of a long page tells', () => {
  expect(guessLanguage('the '.repeat(12_500) + 'la '.repeat(20_000))).toBe('en');
});
