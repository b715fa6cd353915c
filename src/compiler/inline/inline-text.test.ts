import { describe, expect, it } from 'vitest';
import { readSanitised } from '../page/inline/html-nodes.ts';
import { charactersOf, styledRuns, wordsOf } from './inline-text.ts';

describe('the words of a tree', () => {
  it.each([
    ['a <b>b</b> <a href="x">c</a> <code>d</code>', 'a b c d'],
    ['  a  b  ', 'a  b'],
    ['a\nb', 'a\nb'],
    ['a \n  b', 'a\nb'],
    ['a<br>b', 'a\nb'],
    ['see <img src="x" alt="a whale"> here', 'see\na whale\nhere'],
    ['see <img src="x"> here', 'see\nhere'],
    ['a <span class="math">x^2</span>', 'a x^2'],
    ['<ul><li>a</li><li>b<p>c</p></li></ul>', 'a\nb\nc'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a\nb'],
    ['', ''],
  ])('%j reads %j', (html, words) => {
    expect(wordsOf(readSanitised(html))).toBe(words);
  });

  it('do not take the square of blanks', () => {
    const begun = performance.now();
    wordsOf([{ kind: 'text', text: `a${' '.repeat(200_000)}\n${' '.repeat(200_000)}b` }]);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

it('the characters of a tree: pictures and breaks have none, blanks stay', () => {
  const nodes = readSanitised(
    'a <b> b<i>c</i></b><br><img alt="x" src="y"><code>d</code><span class="math">e</span>',
  );
  expect(charactersOf(nodes)).toBe('a  bcde');
});

describe('runs and their faces', () => {
  it.each([
    ['a<b>b<code>c</code></b>d', ['a', 'b bold', 'c bold code', 'd']],
    ['<strong>a</strong><th>b</th><h3>c</h3>', ['a bold', 'b bold', 'c bold']],
    ['<kbd>a</kbd><samp>b</samp><code>c <i>d</i></code>', ['a code', 'b code', 'c  code', 'd code']],
    ['<em>a</em><a href="x">b</a>', ['a', 'b']],
    ['<b>a<br>b</b>', ['a bold', '\n', 'b bold']],
    ['<img alt="x" src="y">', []],
  ])('%s', (html, runs) => {
    const found = [...styledRuns(readSanitised(html))].map(
      ({ text, bold, code }) => `${text}${bold ? ' bold' : ''}${code ? ' code' : ''}`,
    );
    expect(found).toEqual(runs);
  });
});
