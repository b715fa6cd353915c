import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { rewriteSvg } from './rewrite.ts';

const open = '<svg xmlns="http://www.w3.org/2000/svg" id="p" viewBox="0 0 9 9"';
const rewrite = (inside: string, attributes = '') =>
  rewriteSvg(`${open} ${attributes}>${inside}</svg>`, 'p')!;

/** Every element of a written picture with its attributes. */
function read(svg: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new Parser(
    { onopentag: (name, attributes) => found.push({ name, attributes }) },
    { xmlMode: true },
  );
  parser.end(svg);
  return found;
}
const namesIn = (svg: string) => read(svg).map(({ name }) => name);
const shape = '<rect width="9" height="9"/>';

describe('a picture that somebody wrote', () => {
  it.each([
    ...['script', 'foreignObject', 'iframe', 'image', 'object', 'audio', 'video', 'canvas', 'template'],
    ...['animate', 'animateTransform', 'animateMotion', 'set', 'handler', 'listener', 'feImage', 'cursor'],
    ...[
      'form',
      'button',
      'html',
      'body',
      'math',
      'a:b',
      'SCRIPT',
      'ForeignObject',
      'hatch',
      'solidcolor',
      'view',
      'font-face',
      'font-face-uri',
      'metadata',
    ],
  ])('<%s> goes, with all that it holds', (name) => {
    const svg = rewrite(`<${name} href="x"><rect width="5" height="5"/><text>x</text></${name}>${shape}`);
    expect(namesIn(svg)).toEqual(['svg', 'rect']);
    expect(svg).not.toContain('width="5"');
  });

  it.each(['img', 'embed', 'link', 'meta', 'base', 'input', 'source'])('<%s> goes', (name) => {
    expect(namesIn(rewrite(`<${name} href="x" src="x">${shape}`))).toEqual(['svg', 'rect']);
  });

  it.each(['a', 'switch'])('<%s> goes, and what it holds stays', (name) => {
    expect(namesIn(rewrite(`<${name} href="javascript:hit()" xlink:href="//x">${shape}</${name}>`))).toEqual([
      'svg',
      'rect',
    ]);
  });

  it.each([
    ...['onclick="hit()"', 'onload="hit()"', 'ONCLICK="hit()"', 'onbegin="hit()"', 'on="hit()"'],
    ...['href="#p"', 'href="javascript:hit()"', 'xlink:href="https://x.example"', 'src="https://x.example"'],
    ...['tabindex="0"', 'style="position:fixed"', 'xml:base="https://x.example"', 'contenteditable="true"'],
    ...[
      'autofocus=""',
      'is="capas-run"',
      'slot="x"',
      'part="x"',
      'popover=""',
      'data-diagram="x"',
      'xmlns="x"',
    ],
    ...['fill="url(https://x.example/a#b)"', 'filter="url(//x.example#b)"', 'mask="url(a.svg#b)"'],
    ...['clip-path="url( \'a.svg#b\' )"', 'fill="u&#92;72l(a)"', 'fill="red;x:y"', 'requiredFeatures="x"'],
  ])('a shape loses %s', (attribute) => {
    const svg = rewrite(`<rect width="9" height="9" ${attribute}/>`);
    expect(read(svg)[1]!.attributes).toEqual({ width: '9', height: '9' });
  });

  it.each([
    'onload="hit()"',
    'class="panel dialog"',
    'style="position:fixed"',
    'x="1" y="2" height="9"',
    'tabindex="1"',
  ])('its box loses %s', (attribute) => {
    expect(Object.keys(read(rewrite(shape, attribute))[0]!.attributes)).toEqual([
      ...['xmlns', 'id', 'viewBox', 'width', 'role'],
    ]);
  });

  it('only use refers to a part, and only to one of its own', () => {
    const svg = rewrite(
      '<symbol id="s"><path d="M0 0"/></symbol><use href="#s"/><use xlink:href="#s"/><use href="#d-other-s"/>' +
        '<use href="https://x.example/a.svg#s"/><use href="a.svg#s"/><use href="data:image/svg+xml,x#s"/><rect href="#s" width="9"/>',
    );
    const references = read(svg).flatMap(({ name, attributes }) =>
      'href' in attributes ? [`${name} ${attributes['href']}`] : [],
    );
    expect(references).toEqual(['use #p-s', 'use #p-s', 'use #p-d-other-s']);
    expect(svg).not.toMatch(/xlink|x\.example|data:/);
  });

  it('every id is its own, and none comes twice', () => {
    const svg = rewrite(
      '<g id="capas-data">#</g><path id="a" d="M0 0"/><path id="a" d="M1 1"/><path id="p" d="M2 2"/><path id="p-a" d="M3 3"/>' +
        '<path id="p_a" d="M4 4"/><path id="x y&quot;&gt;" d="M5 5"/>',
    );
    const ids = read(svg).flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^p(?:-[\w.:-]+)?$/.test(id))).toBe(true);
  });

  it('every class is its own, in the style sheet too', () => {
    const svg = rewrite(
      '<style>#p .say,.notices rect.a-b{fill:red;stroke-width:.5px}</style><g class="say  fragment\n\u00a0action"><g class="notices">' +
        '<rect class="a-b &quot;slide" width="9" style="fill:blue"/></g></g>',
    );
    const classes = read(svg).flatMap(({ attributes }) => attributes['class']?.split(' ') ?? []);
    expect(classes).toEqual(['m-say', 'm-fragment', 'm-action', 'm-notices', 'm-a-b', 'm-slide', 'm-own1']);
    expect(svg).toContain('#p .m-say,#p .m-notices rect.m-a-b{fill:red;stroke-width:.5px}');
  });

  it.each([
    ['<text>&lt;script&gt;hit()&lt;/script&gt;</text>'],
    ['<title>&lt;/title&gt;&lt;script&gt;hit()&lt;/script&gt;</title>'],
    ['<style>rect{fill:red}&lt;/style&gt;&lt;script&gt;hit()</style>'],
    ['<style><![CDATA[</style><script>hit()</script>]]></style>'],
    ['<rect class="&quot;&gt;&lt;script&gt;hit()" width="9"/>'],
    ['<rect d="&quot; onload=&quot;hit()" width="9"/>'],
    ['<!--><script>hit()</script>-->'],
    ['<text><![CDATA[<script>hit()</script>]]></text>'],
  ])('%s makes no element and no handler', (inside) => {
    expect(rewrite(inside + shape)).not.toMatch(/<\/?script/);
    for (const xmlMode of [true, false]) {
      const seen: string[] = [];
      const parser = new Parser(
        { onopentag: (name, attributes) => seen.push(name, ...Object.keys(attributes)) },
        { xmlMode },
      );
      parser.end(rewrite(inside + shape));
      expect(seen.filter((name) => name === 'script' || name.startsWith('on'))).toEqual([]);
    }
  });

  it('twice is the same as once', () => {
    const once = rewrite(
      '<style>#p{fill:red}#p .a{stroke:#fff}</style><g class="a" style="fill:blue"><path id="a" d="M0 0"/></g><use href="#a"/>',
      'class="flowchart"',
    );
    expect(rewriteSvg(once, 'p')).toBe(once);
  });

  it.each(['', 'x', '<p>x</p>', '<svg:svg xmlns:svg="x"/>'])('%j is none', (text) => {
    expect(rewriteSvg(text, 'p')).toBeNull();
  });
});
