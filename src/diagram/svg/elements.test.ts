import { describe, expect, it, test } from 'vitest';
import { formatSvg, parseSvg, walk } from './elements.ts';
import { rewriteSvg } from './rewrite.ts';

const write = (source: string) => {
  const root = parseSvg(source);
  return root && formatSvg(root);
};

describe('a picture', () => {
  it.each([
    ['an element without children closes itself', '<svg><g></g></svg>', '<svg><g/></svg>'],
    ['attributes keep their case', '<svg viewBox="0 0 1 1"/>', '<svg viewBox="0 0 1 1"/>'],
    ['so do elements', '<svg><clipPath id="a"/></svg>', '<svg><clipPath id="a"/></svg>'],
    [
      'text stays where text is read',
      '<svg> <text>a <tspan>b</tspan></text> c</svg>',
      '<svg><text>a <tspan>b</tspan></text></svg>',
    ],
    [
      'in names too',
      '<svg><title>a</title><desc>b</desc></svg>',
      '<svg><title>a</title><desc>b</desc></svg>',
    ],
    ['and along a path', '<svg><textPath>a</textPath></svg>', '<svg><textPath>a</textPath></svg>'],
    [
      'markup in text is text',
      '<svg><text>&lt;b&gt; &amp; "q"</text></svg>',
      '<svg><text>&#60;b&#62; &#38; &#34;q&#34;</text></svg>',
    ],
    ['and in values', "<svg id='a\"&lt;&amp;&gt;'/>", '<svg id="a&#34;&#60;&#38;&#62;"/>'],
    [
      'a style sheet has nothing that would need entities',
      '<svg><style>a>b{x:"&<y"}</style></svg>',
      '<svg><style>a>b{x:"y"}</style></svg>',
    ],
    [
      'nor elements',
      '<svg><style>a<path d="M0"/>b</style></svg>',
      '<svg><style>apath d="M0"/>b</style></svg>',
    ],
    [
      'what does not draw goes with what it holds',
      '<svg><b><path/><b>x</b></b><g/></svg>',
      '<svg><g/></svg>',
    ],
    ['and the text after it stays', '<svg><text>a<b>x</b>c</text></svg>', '<svg><text>ac</text></svg>'],
    [
      'a link goes, what it holds stays',
      '<svg><a href="x"><path/></a><switch><g/></switch></svg>',
      '<svg><path/><g/></svg>',
    ],
    ['the first picture is read', '<p/>x<svg id="a"/><svg id="b"/>', '<svg id="a"/>'],
    ['one that is not closed too', '<svg><g><path/>', '<svg><g><path/></g></svg>'],
    ['one closed too often too', '<svg><g/></svg></svg></g><svg id="b"/>', '<svg><g/></svg>'],
    ['a link within it that is closed late', '<svg><a><g></a></g><path/></svg>', '<svg><g/><path/></svg>'],
  ])('%s', (_, source, written) => {
    expect(write(source)).toBe(written);
  });

  it.each(['', 'text', '<g/>', '<html><SVG/></html>', '<title>x</title>'])('%j is none', (source) => {
    expect(parseSvg(source)).toBeNull();
  });

  it('is walked in the order of the document, itself included', () => {
    const root = parseSvg('<svg><g><path/>x<text>y</text></g><rect/></svg>')!;
    expect([...walk(root)].map(({ name }) => name)).toEqual(['svg', 'g', 'path', 'text', 'rect']);
  });
});

test('elements nested without end are left out at some depth, and the picture stays', () => {
  const deep = `<svg id="a">${'<g fill="red">'.repeat(16_000)}<path d="M0 0"/>`;
  expect(rewriteSvg(deep, 'p')).toMatch(/^<svg [^<>]*>/);
});

test('200 elements within each other are drawn, of more the inner ones are not', () => {
  const nest = (depth: number) =>
    `<svg>${'<g>'.repeat(depth - 2)}<path/>${'</g>'.repeat(depth - 2)}<rect/></svg>`;
  expect(write(nest(200))).toBe(nest(200));
  expect(write(nest(201))).not.toContain('<path/>');
  expect(write(nest(201))).toMatch(/<rect\/><\/svg>$/);
});
