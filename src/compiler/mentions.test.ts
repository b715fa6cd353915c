import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';

const there = { picture: () => ({ width: 4, height: 3 }), read: () => null, exists: () => true };
const read = (text: string, surroundings: Parameters<typeof compile>[1] = there) =>
  compile({ path: 'a.md', text }, surroundings);

describe('the links of a page', () => {
  it.each([
    ['a paragraph', '[a](b.md)', ['1 b.md']],
    ['a heading', '## [a](b.md)', ['1 b.md']],
    ['lists and quotes, in their lines', '- a\n- > [b](c.md)\n\n1. [d](e.md)', ['2 c.md', '4 e.md']],
    ['a table', '| [a](b) |\n|---|\n| [c](d) |', ['1 b', '1 d']],
    ['an aside’s title and inside', '!!! note "[a](b)"\n    [c](d)', ['1 b', '2 d']],
    ['details', '<details><summary>[a](b)</summary>\n\n[c](d)\n\n</details>', ['1 b', '3 d']],
    ['definitions', '[a](b)\n: [c](d)\n\nx [e](f)\n: g', ['1 b', '2 d', '4 f']],
    ['a footnote and its mark', 'a[^1]\n\n[^1]: [b](c)', ['1 #fn-1', '3 c']],
    ['notes', '<!-- notes:\n[a](b)\n-->', ['2 b']],
    [
      'a figure and its caption',
      '<figure>\n<a href="b"><img src="c.png" alt="d"></a>\n<figcaption>[e](f)</figcaption>\n</figure>',
      ['2 b', '2 f'],
    ],
    ['a block of HTML', '<ol>\n<li><b><a href="b?c=1&amp;d">x</a></b></li>\n</ol>', ['1 b?c=1&d']],
    ['nothing else', '`[a](b)` <a name="x"></a> <a href="javascript:x()">c</a>\n\n```\n[d](e)\n```', []],
  ])('%s', (_, text, links) => {
    expect(read(text).links.map(({ line, href }) => `${line} ${href}`)).toEqual(links);
  });
});

describe('the pictures of a page', () => {
  it('say where they stand, their words, and whether they are shown', () => {
    const text = [
      '![a](a.png "T")',
      'See ![b](b.png) and <img src="c.png">',
      '<dl><dt><img src="d.png" alt="d"></dt></dl>',
      '<!-- notes:\n![e](e.png)\n\nsee ![f](f.png) -->',
    ].join('\n\n');
    expect(read(text).pictures).toEqual([
      { line: 1, source: 'a.png', alt: 'a', within: 'figure', shown: true },
      { line: 3, source: 'b.png', alt: 'b', within: 'text', shown: true },
      { line: 3, source: 'c.png', alt: '', within: 'text', shown: true },
      { line: 5, source: 'd.png', alt: 'd', within: 'html', shown: true },
      { line: 8, source: 'e.png', alt: 'e', within: 'figure', shown: false },
      { line: 10, source: 'f.png', alt: 'f', within: 'text', shown: true },
    ]);
  });

  it('that are not there are not shown where they are figures', () => {
    const missing = { ...there, picture: () => null };
    expect(read('![a](a.png)', missing).pictures).toMatchObject([{ source: 'a.png', shown: false }]);
  });
});
