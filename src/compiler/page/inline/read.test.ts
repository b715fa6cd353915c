import { describe, expect, it, test } from 'vitest';
import { sketch } from '../../inline/inline.fixture.ts';
import type { InlineNode } from '../../inline/nodes.ts';
import { collectReferences } from '../stages/references.ts';
import { makeInlineReader } from './read.ts';

const references = collectReferences([
  { number: 1, text: '[ref]: https://x.example "Title"' },
  { number: 2, text: '[^note]: words' },
]);
const read = makeInlineReader(references, { remark: true, formulas: true });

describe('Markdown', () => {
  it.each([
    ['words', 'words'],
    ['', ''],
    ['a *b* **c** ~~d~~ ~1 GB', 'a |em(b)| |strong(c)| |del(d)| ~1 GB'],
    ['***a** b*', 'em(strong(a)| b)'],
    ['`a < b &amp; c`', 'code(a < b &amp; c)'],
    ['a &lt; b &amp;&amp; &copy; \\&copy; \\*', 'a < b && © &copy; *'],
    ['a\nb', 'a\nb'],
    ['a  \nb\\\nc', 'a|break|b|break|c'],
    ['[a *b*](c.md "T")', 'link{"title":"T"}(c.md: a |em(b))'],
    ['[a](c?x=1&amp;y=2)', 'link(c?x=1&y=2: a)'],
    [
      '[a][ref] [ref] [b]()',
      'link{"title":"Title"}(https://x.example: a)| |link{"title":"Title"}(https://x.example: ref)| |link(null: b)',
    ],
    [
      '<https://a.example/?b&c> d@e.example',
      'link(https://a.example/?b&c: https://a.example/?b&c)| |link(mailto:d@e.example: d@e.example)',
    ],
    ['![a *b* `c`](d.png "T")', 'image{"title":"T"}(d.png, a b c)'],
    ['![a]{alt="x"}(b)', '![a]{alt="x"}(b)'],
    ['![](a.png){alt="x" title="T"}', 'image{"title":"T"}(a.png, x)'],
    ['[![a](b.png)](c)', 'link(c: image(b.png, a))'],
  ])('%j', (source, tree) => {
    expect(sketch(read(source).nodes)).toBe(tree);
  });
});

describe('dialects', () => {
  it.each([
    ['*a*{: #i .b .c} `d`{:.e}', 'span{"id":"i","class":"b c"}(em(a))| |span{"class":"e"}(code(d))'],
    ['**a**{ .b }', 'span{"class":"b"}(strong(a))'],
    ['*a*{: key="v"}', 'em(a)'],
    ['*a*{b}', 'em(a)|{b}'],
    ['.red[a *b*] c', 'span{"class":"red"}(a |em(b))| c'],
    ['a[^note][^none]', 'a|sup(link(#fn-note: 1))|[^none]'],
    [
      '$$x < y$$ $a$ costs $5 $`b`$ \\\\\\\\(c\\\\\\\\)',
      'formula(x < y)| |formula(a)| costs $5 |formula(b)| |formula(c)',
    ],
  ])('%j', (source, tree) => {
    expect(sketch(read(source.replaceAll('\\\\\\\\', '\\\\')).nodes)).toBe(tree);
  });
});

describe('HTML of the author’s', () => {
  it.each([
    ['a<br>b<br/>c', 'a|break|b|break|c'],
    ['a <!-- b --> c', 'a  c'],
    ['Press <kbd>Ctrl</kbd>', 'Press |kbd(Ctrl)'],
    ['<b id="i" class="c" title="T" onclick="x()" style="y">a</b>', 'b{"id":"i","class":"c","title":"T"}(a)'],
    ['docker rm <container_id>', 'docker rm <container_id>'],
    ['<em>a *b* `c` **d**', 'em(a |em(b)| |code(c)| |strong(d))'],
    ['*a <b>c* d</b>', 'em(a |b(c))| d'],
    ['<code>a <b>c</b></code> <code class="x">d</code>', 'code(a |b(c))| |code{"class":"x"}(d)'],
    ['<code>*a* &lt;b</code>', 'code(em(a)| <b)'],
    [
      '<span class="math">x<y</span> <span class="math b">z</span>',
      'formula(x<y)| |span{"class":"math b"}(z)',
    ],
    [
      '<a name="x"></a> <a href="y" target="_blank">z</a>',
      'link{"name":"x"}(null: )| |link{"target":"_blank","rel":"noopener"}(y: z)',
    ],
    [
      '<img src="a.png" width="3"> <img alt="" src="b.png">',
      'image{"width":"3"}(a.png, null)| |image(b.png, )',
    ],
    ['<script>x()</script>a<div>b</div>', 'ab'],
    ['a<b>c &amp; &lt;i&gt; "d"</b>', 'a|b(c & <i> "d")'],
  ])('%j', (source, tree) => {
    expect(sketch(read(source).nodes)).toBe(tree);
  });

  it('is sanitised together: no tag is opened in one piece of Markdown and harm done in the next', () => {
    const nodes = read('<b title="*a*"> <i onclick="x()">**b**</i> <a href="javascript:x()">c</a>').nodes;
    expect(sketch(nodes)).toBe('b{"title":"*a*"}( |i(strong(b))| |link(null: c))');
  });
});

describe('addresses', () => {
  it.each([
    ['javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)', null],
    ['javascript&#58;alert(1)', null],
    ['java&#10;script:alert(1)', null],
    ['java&lt;!-- --&gt;script:alert(1)', null],
    ['&#1;javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['vbscript:x', null],
    ['file:///etc/passwd', null],
    ['//evil.example/x', null],
    ['/&lt;!----&gt;/evil.example', null],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['HTTP://A.example/', 'HTTP://A.example/'],
    ['a.md#b', 'a.md#b'],
    ['../a/b.md?c=d:e', '../a/b.md?c=d:e'],
    ['foto:1.png', null],
    ['mi%20foto:1.png', 'mi%20foto:1.png'],
    ['foto/a:1.png', 'foto/a:1.png'],
    ['ñ.md', '%C3%B1.md'],
  ])('%s, as Markdown and as HTML, is the same to the sanitiser', (address, href) => {
    const [link] = read(`[a](<${address}>)`).nodes;
    expect(link).toMatchObject({ kind: 'link', href });
    const [html] = read(`<a href="${address}">a</a>`).nodes;
    expect(html).toMatchObject({ href: href === null ? null : expect.any(String) });
  });

  it.each([
    ['mailto:a@b.example', ''],
    ['data:image/png,x', ''],
    ['a.png', 'a.png'],
    ['https://x.example/a.png', 'https://x.example/a.png'],
  ])('of pictures: %s', (address, source) => {
    expect(read(`![a](${address})`).nodes[0]).toMatchObject({ kind: 'image', source });
    expect(read(`<img src="${address}">`).nodes[0]).toMatchObject({ kind: 'image', source });
  });
});

describe('what nobody writes', () => {
  test.each([
    ['emphasis', '*a '.repeat(3000)],
    ['strong and emphasis', '**a *b '.repeat(2000)],
    ['brackets', '['.repeat(5000)],
    ['links', '[a]('.repeat(3000)],
    ['classes of remark’s', `${'.a['.repeat(120)}x${']'.repeat(120)}`],
    ['elements', '<b>'.repeat(5000)],
    ['elements of Markdown’s and the author’s', '<i>*a '.repeat(2000)],
  ])('%s nest no deeper than a hundred, and keep their words', (_, source) => {
    const { nodes, text } = read(`${source} end`);
    expect(depthOf(nodes)).toBeLessThanOrEqual(101);
    expect(text).toMatch(/end$/);
    expect(JSON.parse(JSON.stringify(nodes))).toEqual(nodes);
  });
});

function depthOf(nodes: readonly InlineNode[]): number {
  return nodes.reduce((most, node) => Math.max(most, 'nodes' in node ? 1 + depthOf(node.nodes) : 1), 0);
}
