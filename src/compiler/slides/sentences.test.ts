import { describe, expect, it } from 'vitest';
import { sketch } from '../inline/inline.fixture.ts';
import { charactersOf } from '../inline/inline-text.ts';
import type { Inline } from '../model.ts';
import { readSanitised } from '../page/inline/html-nodes.ts';
import { beginningOf, firstWords, isShort, keySentence, sentencesOf } from './sentences.ts';

function read(html: string): Inline {
  const nodes = readSanitised(html);
  return { nodes, text: charactersOf(nodes) };
}

describe('sentences', () => {
  it.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['One.\nTwo', ['One.', 'Two']],
    ['Uno. ¿Dos? «Tres.» Cuatro', ['Uno.', '¿Dos?', '«Tres.»', 'Cuatro']],
    ['See e.g. Docker, p. ej. Podman, etc. Each', ['See e.g. Docker, p. ej. Podman, etc. Each']],
    ['Version 2.4 of a.b.c is out', ['Version 2.4 of a.b.c is out']],
    ['He said (One. Two) so. Three', ['He said (One. Two) so.', 'Three']],
    ['One... Two', ['One...', 'Two']],
    ['one. two', ['one. two']],
    ['A <b>one. Two</b> three.', ['A |b(one.)', 'b( Two)| three.']],
    ['One. <code>ls -l</code> two. <a href="x">Three</a>', ['One. |code(ls -l)| two.', 'link(x: Three)']],
  ])('%j', (html, sentences) => {
    expect(sentencesOf(read(html)).map(({ nodes }) => sketch(nodes))).toEqual(sentences);
  });

  it('one alone is the text itself', () => {
    const inline = read('One <b>two</b>');
    expect(sentencesOf(inline)).toEqual([inline]);
    expect(sentencesOf(inline)[0]).toBe(inline);
  });
});

describe('the sentence that a slide shows', () => {
  const key = (html: string) => keySentence(sentencesOf(read(html)))?.text ?? null;
  const long = `Many ${'word '.repeat(29)}end.`;

  it.each([
    ['One hen. Two bees.', 'One hen.'],
    ['One hen. Two <strong>bees</strong>.', 'Two bees.'],
    ['One hen. Two <a href="x"><b>bees</b></a>.', 'Two bees.'],
    ['One hen. Two <em>bees</em>.', 'One hen.'],
    [`${long} Two bees.`, null],
    [`${long} Two <b>bees</b>.`, 'Two bees.'],
    [`One hen. <b>${long}</b>`, 'One hen.'],
  ])('of %j', (html, sentence) => {
    expect(key(html)).toBe(sentence);
  });

  it('is short in words and in letters', () => {
    expect(isShort(read('a b c'), 3)).toBe(true);
    expect(isShort(read('a b c d'), 3)).toBe(false);
    expect(isShort(read('a — b · c'), 3)).toBe(true);
    expect(isShort(read('a'.repeat(240)), 3)).toBe(true);
    expect(isShort(read('a'.repeat(241)), 3)).toBe(false);
  });
});

describe('a sentence too long for a slide', () => {
  it('ends at its last comma that leaves enough of it', () => {
    const sentence = read(`one two, ${'a '.repeat(8)}b, ${'c '.repeat(8)}d, ${'e '.repeat(30)}`);
    expect(firstWords(sentence, 28).text).toMatch(/ b, (?:c ){8}d …$/);
  });

  it('ends after its first words where no comma leaves enough', () => {
    expect(firstWords(read(`one, ${'a '.repeat(60)}`), 28).text.split(' ')).toHaveLength(23);
    expect(firstWords(read('a'.repeat(500)), 28).text).toBe(`${'a'.repeat(240)} …`);
  });

  it('stands whole where the mark would take as much room as the rest', () => {
    const almost = read('a'.repeat(242));
    expect(firstWords(almost, 28)).toBe(almost);
    expect(firstWords(read('a'.repeat(243)), 28).text).toBe(`${'a'.repeat(240)} …`);
  });

  it('keeps what its words are set in, and is marked', () => {
    const { nodes, text } = beginningOf(read('a <b>bc</b> d'), 3);
    expect(sketch(nodes)).toBe('a |b(b)| …');
    expect(text).toBe('a b …');
  });
});
