import { describe, expect, it } from 'vitest';
import { readSanitised } from '../page/inline/html-nodes.ts';
import { cutNodes } from './cut.ts';
import { sketch } from './inline.fixture.ts';
import { charactersOf } from './inline-text.ts';

const cut = (html: string, from: number, to: number) => sketch(cutNodes(readSanitised(html), from, to));

describe('a part of a tree', () => {
  it.each([
    ['abcdef', 2, 4, 'cd'],
    ['abc', 0, 99, 'abc'],
    ['ab cd', 2, 5, 'cd'],
    ['ab cd', 0, 3, 'ab'],
    ['a<b>bcd</b>e', 2, 5, 'b(cd)|e'],
    ['a<b>bcd</b>e', 0, 2, 'a|b(b)'],
    ['a<b>bcd</b>e', 4, 5, 'e'],
    ['a<b>bcd</b>e', 0, 1, 'a'],
    ['<b>a<a href="x">bcd</a></b>', 2, 3, 'b(link(x: c))'],
    ['a <code class="x">bcd</code>', 3, 4, 'code{"class":"x"}(c)'],
    ['a <span class="math">x+y</span>', 0, 3, 'a |formula(x)'],
    ['<b> a</b> b', 0, 2, 'b( a)'],
  ])('%s from %i to %i', (html, from, to, part) => {
    expect(cut(html, from, to)).toBe(part);
  });

  it.each([
    ['a<br>bc', 0, 1, 'a'],
    ['a<br>bc', 0, 2, 'a|break|b'],
    ['a<br>bc', 1, 3, 'break|bc'],
    ['a<img src="x" alt="y">b', 1, 2, 'image(x, y)|b'],
    ['<img src="x" alt="y">ab', 1, 2, 'b'],
  ])('what has no characters stands with those that follow it: %s from %i to %i', (html, from, to, part) => {
    expect(cut(html, from, to)).toBe(part);
  });

  it.each([
    ['a<a name="x"></a>b', 0, 2, 'a|link{"name":"x"}(null: )|b'],
    ['<a name="x"></a>ab', 0, 2, 'ab'],
    ['a<a name="x"></a>b', 1, 2, 'b'],
  ])('an anchor goes where there is a word before it: %s from %i to %i', (html, from, to, part) => {
    expect(cut(html, from, to)).toBe(part);
  });

  it('leaves the tree as it is', () => {
    const nodes = readSanitised('a<b>b<i>c</i></b> d');
    const before = JSON.stringify(nodes);
    cutNodes(nodes, 1, 2);
    expect(JSON.stringify(nodes)).toBe(before);
  });

  it('all parts together are the whole', () => {
    const nodes = readSanitised('One <b>two <i>thr</i>ee</b> <a href="x">four<code>five</code></a>six');
    const whole = charactersOf(nodes);
    for (let at = 0; at <= whole.length; at += 1) {
      const parts = [cutNodes(nodes, 0, at), cutNodes(nodes, at, whole.length)].map(charactersOf);
      expect(parts.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
    }
  });
});
