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

describe('the picture’s box', () => {
  it.each([
    ['twice as wide as it was drawn, at most', 'viewBox="0 0 120 9"', 'viewBox="0 0 120 9" width="240"'],
    ['in whole pixels', 'viewBox="-8,-8 , 120.3 9"', 'viewBox="-8,-8 , 120.3 9" width="241"'],
    ['also where the box begins with blanks', 'viewBox="  0 0 50 9"', 'viewBox="  0 0 50 9" width="100"'],
    ['a box of its own where it states none', '', 'viewBox="0 0 400 100" width="800"'],
    ['a width of its own where the box has none', 'viewBox="x"', 'viewBox="x" width="800"'],
  ])('is %s', (_, drawn, written) => {
    expect(rewriteSvg(`<svg id="d" ${drawn}>${shape}</svg>`, 'p')).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" id="p" ${written} role="img">${shape}</svg>`,
    );
  });

  it('says what it shows, in the author’s words or its own', () => {
    const drawn = `<svg id="d" viewBox="0 0 9 9"><title id="d-t">drawn</title>${shape}<desc>more</desc></svg>`;
    const box = '<svg xmlns="http://www.w3.org/2000/svg" id="p" viewBox="0 0 9 9" width="18" role="img"';
    expect(rewriteSvg(drawn, 'p')).toBe(
      `${box} aria-labelledby="p-t"><title id="p-t">drawn</title>${shape}<desc>more</desc></svg>`,
    );
    expect(rewriteSvg(drawn, 'p', { title: 'A <b>', description: 'It & that' })).toBe(
      `${box} aria-labelledby="p-title p-desc"><title id="p-title">A &#60;b&#62;</title>` +
        `<desc id="p-desc">It &#38; that</desc>${shape}</svg>`,
    );
  });

  it('is named by all that names it', () => {
    const drawn = rewrite(`<title id="t">a</title><desc id="d">b</desc>${shape}`);
    expect(drawn).toContain('aria-labelledby="p-t p-d"');
    expect(rewrite(`<title>a</title>${shape}`)).not.toContain('aria-labelledby');
    expect(rewrite(`<g id="g">${shape}</g>`)).not.toContain('aria-labelledby');
  });

  it('has its style sheet behind its names', () => {
    expect(
      rewrite(`<style>rect{fill:red}</style><title>a</title>${shape}<style>.x{fill:red}</style>`),
    ).toMatch(/<title>a<\/title><style>#p rect\{fill:red\}<\/style><rect /);
  });
});

describe('what is drawn', () => {
  it.each([
    [
      'colours are the theme’s',
      '<rect width="9" fill="#14202e"/>',
      '<rect width="9" fill="var(--ink, #14202e)"/>',
    ],
    [
      'hundredths of a pixel are enough',
      '<path d="M1.23456 -2.999L.5 10.12"/>',
      '<path d="M1.23 -3L.5 10.12"/>',
    ],
    ['however small', '<path d="M1.234e-7 12.3456"/>', '<path d="M0 12.35"/>'],
    ['an attribute without a value goes', '<rect width="9" fill=""/>', '<rect width="9"/>'],
    ['hidden entities are shown', '<text>\ue022a\ue03c</text>', '<text>&#34;a&#60;</text>'],
    [
      'references follow the ids',
      '<path d="M0" id="d-x"/><path d="url(\'#d-x\') url(#y)"/>',
      '<path d="M0" id="p-d-x"/><path d="url(#p-d-x) url(#p-y)"/>',
    ],
  ])('%s', (_, drawn, written) => {
    expect(rewrite(drawn)).toMatch(new RegExp(`>${written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}</svg>$`));
  });

  it.each([
    ['the picture’s own name goes before its parts', 'd-x', 'p-x'],
    ['with either sign between', 'd_x', 'p-x'],
    ['and without', 'dx', 'p-x'],
    ['a part named as the picture is it', 'd', undefined],
    ['another name comes after it', 'x.y:z-1', 'p-x.y:z-1'],
    ['one that is right already stays', 'p-x', 'p-x'],
    ['one that only begins so is another one', 'px', 'p-px'],
    ['signs that could end it are lines', 'x y/z', 'p-x_y_z'],
  ])('%s', (_, from, to) => {
    const svg = rewriteSvg(`<svg id="d" viewBox="0 0 9 9"><rect id="${from}" width="9"/></svg>`, 'p')!;
    expect(read(svg)[1]!.attributes['id']).toBe(to);
  });

  it('a picture without a name leaves its parts theirs', () => {
    const svg = rewriteSvg('<svg viewBox="0 0 9 9"><rect id="-x" width="9"/></svg>', 'p')!;
    expect(read(svg)[1]!.attributes['id']).toBe('p--x');
  });

  it('what styles an element becomes a class, the same for the same', () => {
    const svg = rewrite(
      '<rect class="a" width="1" style="fill:blue;top:0"/><rect width="2" style="fill:#fff"/>' +
        '<rect width="3" style="fill:blue"/><rect width="4" style="top:0"/>',
    );
    expect(svg).toContain(
      '<style>#p .m-own1.m-own1.m-own1{fill:blue}#p .m-own2.m-own2.m-own2{fill:#fff}</style>',
    );
    expect(
      read(svg).flatMap(({ name, attributes }) => (name === 'rect' ? [attributes['class']] : [])),
    ).toEqual([...['m-a m-own1', 'm-own2', 'm-own1', undefined]]);
  });
});
