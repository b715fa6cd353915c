import { describe, expect, it } from 'vitest';
import { readSanitised } from '../page/inline/html-nodes.ts';
import type { Context, Surface } from './context.ts';
import { renderNodes } from './inline.ts';
import { wordsFor } from './words.ts';

/** What of its context a run of text looks at. */
function contextOf(surface: Surface): Context {
  return {
    surface,
    words: wordsFor('en'),
    anchors: new Map([['there', '#/s-1']]),
    options: { place: { folder: 'unit', files: '../_files/' }, lessons: { 'b.md': 'second' } },
  } as unknown as Context;
}

const write = (html: string, surface: Surface = 'slide') =>
  renderNodes(readSanitised(html), contextOf(surface));

describe('a run of text as HTML', () => {
  it.each([
    ['a &amp; &lt;b&gt; "c"', 'a &amp; &lt;b&gt; &quot;c&quot;'],
    ['a<br>b', 'a<br />b'],
    ['<strong>a <em>b</em></strong>', '<strong>a <em>b</em></strong>'],
    ['<b title="&quot;&gt;&lt;x&gt;">a</b>', '<b title="&quot;&gt;&lt;x&gt;">a</b>'],
    ['<details open><summary>a</summary>b</details>', '<details open><summary>a</summary>b</details>'],
    ['<ul><li>a</li></ul><hr>', '<ul><li>a</li></ul><hr />'],
    [
      '<table><colgroup><col span="2"></colgroup></table>',
      '<table><colgroup><col span="2" /></colgroup></table>',
    ],
  ])('%s', (written, html) => {
    expect(write(written)).toBe(html);
  });

  it('formulas are MathML', () => {
    expect(write('<span class="math">x &lt; y</span>')).toMatch(
      /^<span class="katex"><math .*<mo>&lt;<\/mo>/,
    );
  });

  it.each([
    ['<code>-s</code>', '<code class="whole">-s</code>'],
    ['<code>ls</code>', '<code>ls</code>'],
    ['<code>ls -l</code>', '<code>ls -l</code>'],
    ['<code>a-very-long-name-of-x</code>', '<code>a-very-long-name-of-x</code>'],
    ['<code id="x">-s</code>', '<code id="x">-s</code>'],
  ])('no line ends within short code: %s', (written, html) => {
    expect(write(written)).toBe(html);
  });
});

describe('links', () => {
  it.each([
    ['b.md#c', '../second/#c', '../second/handout.html#c'],
    ['#there', '#/s-1', '#/s-1'],
    ['#gone', '#gone', '#gone'],
    ['#capas-x', '#_capas-x', '#_capas-x'],
    ['../x.pdf', '../_files/x.pdf', '../_files/x.pdf'],
    ['https://x.example/?a&b', 'https://x.example/?a&amp;b', 'https://x.example/?a&amp;b'],
  ])('%s', (href, slide, handout) => {
    const link = `<a href="${href.replace('&', '&amp;')}">a</a>`;
    expect(write(link)).toBe(`<a href="${slide}">a</a>`);
    expect(write(link, 'handout')).toBe(`<a href="${handout}">a</a>`);
  });
  it('an anchor has no address, and no name of ours', () => {
    expect(write('<a name="capas-dialog"></a>')).toBe('<a name="_capas-dialog"></a>');
  });
});

describe('what an author calls elements', () => {
  it.each([
    ['<b id="capas-data" class="slide fragment x">a</b>', '<b id="_capas-data" class="fragment">a</b>'],
    ['<b class="slide">a</b>', '<b>a</b>'],
    ['<b lang="en" dir="ltr">a</b>', '<b lang="en" dir="ltr">a</b>'],
  ])('%s', (written, html) => {
    expect(write(written)).toBe(html);
  });
  it('fragments are for slides', () => {
    expect(write('<b class="fragment large">a</b>', 'handout')).toBe('<b class="large">a</b>');
  });
});

describe('pictures', () => {
  it.each([
    ['<img src="../a b.png" alt="c" width="3">', '<img src="../_files/a%20b.png" alt="c" width="3" />'],
    ['<img src="a.png">', '<img src="a.png" />'],
    ['<img src="a.png" alt="">', '<img src="a.png" alt="" />'],
    ['<img alt="c">', '<img alt="c" />'],
    [
      '<img src="https://x.example/b/c.svg?d=1" alt="">',
      '<a href="https://x.example/b/c.svg?d=1" title="Picture on another site: https://x.example/b/c.svg?d=1">c.svg</a>',
    ],
    [
      '<img src="/\\x.example" alt="a">',
      '<a href="/\\x.example" title="Picture on another site: /\\x.example">a</a>',
    ],
    [
      '<a href="#gone"><b><img src="https://x.example/" alt=""></b></a>',
      '<a href="#gone"><b><span title="Picture on another site: https://x.example/">x.example</span></b></a>',
    ],
  ])('%s', (written, html) => {
    expect(write(written)).toBe(html);
  });
});
