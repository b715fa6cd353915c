import { expect, it } from 'vitest';
import { guessLanguage } from './language.ts';
import { compilePage } from './slides/slides.fixture.ts';

it.each([
  ['Las imágenes de los contenedores', 'es'],
  ['The images of the containers', 'en'],
  ['docker', 'es'],
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
