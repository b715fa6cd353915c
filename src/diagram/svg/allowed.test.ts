import { describe, expect, it } from 'vitest';
import { isDrawingAttribute, isDrawingProperty, isHarmlessValue } from './allowed.ts';
import { rewriteSvg } from './rewrite.ts';

const split = (names: string) => names.trim().split(/\s+/);

const shapes = split(
  'path rect circle ellipse line polyline polygon text tspan textPath g svg use title desc',
);
const definitions = split('marker clipPath mask pattern linearGradient radialGradient filter symbol');
const parts = split(
  'stop feDropShadow feGaussianBlur feOffset feMerge feMergeNode feFlood feComposite feBlend',
);

const geometry = split(`
  id class viewBox preserveAspectRatio transform d points pathLength x y x1 y1 x2 y2 cx cy r rx ry dx dy fx fy
  width height refX refY markerWidth markerHeight markerUnits orient rotate textLength lengthAdjust
  gradientUnits gradientTransform spreadMethod patternUnits patternTransform clipPathUnits maskUnits filterUnits
  offset in in2 result operator mode stdDeviation startOffset data-look data-et data-id data-node`);

const properties = split(`
  fill fill-opacity fill-rule clip-rule clip-path mask filter opacity color stroke stroke-width stroke-opacity
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stop-color stop-opacity
  flood-color flood-opacity marker marker-start marker-mid marker-end paint-order vector-effect shape-rendering
  font font-family font-size font-style font-weight letter-spacing word-spacing text-anchor text-decoration
  text-transform dominant-baseline alignment-baseline baseline-shift white-space display visibility
  mix-blend-mode rx ry`);

describe('a picture keeps', () => {
  const draw = (inside: string) => rewriteSvg(`<svg viewBox="0 0 9 9">${inside}</svg>`, 'p')!;

  it.each(shapes)('<%s>', (name) => {
    expect(draw(`<${name} class="x"><path d="M0 0"/></${name}>`)).toMatch(
      new RegExp(`<svg [^>]*><${name}[ >]`),
    );
  });

  it.each(definitions)('<%s>, where something refers to it', (name) => {
    const used = name === 'symbol' ? '<use href="#a"/>' : '<rect width="1" height="1" fill="url(#a)"/>';
    expect(draw(`<${name} id="a"><path d="M0 0"/></${name}>${used}`)).toContain(`<${name} id="p-a">`);
  });

  it.each(parts)('<%s> of a filter or gradient', (name) => {
    const held = `<filter id="a"><${name} result="x"/></filter><rect width="1" height="1" filter="url(#a)"/>`;
    expect(draw(held)).toContain(`<${name} result="x"/>`);
  });

  it.each(geometry)('the attribute %s', (name) => {
    expect(isDrawingAttribute(name)).toBe(true);
  });

  it.each(properties)('the property %s, as an attribute too', (name) => {
    expect([isDrawingProperty(name), isDrawingAttribute(name)]).toEqual([true, true]);
  });
});

describe('a picture does not keep', () => {
  it.each(
    split('onclick onload href xlink:href style src tabindex role xmlns is slot data-diagram aria-label'),
  )('the attribute %s', (name) => {
    expect([isDrawingAttribute(name), isDrawingProperty(name)]).toEqual([false, false]);
  });

  it.each(geometry.filter((name) => name !== 'rx' && name !== 'ry'))('%s as a property', (name) => {
    expect(isDrawingProperty(name)).toBe(false);
  });

  it.each(
    split('position top z-index width content cursor background animation transition transform --x all'),
  )('the property %s', (name) => {
    expect(isDrawingProperty(name)).toBe(false);
  });
});

describe('a value', () => {
  it.each([
    ...['', 'red', '#fff', '1 2.5,-3e4', 'M0 0L9 9z', 'translate(1, 2) rotate(9)', 'rgb(1,2,3)'],
    ...[
      'url(#a)',
      'url( "#a" )',
      "URL('#p-a.b:c-d')",
      'url(#a) url(#b)',
      'a\tb\nc',
      '"a" \'b\'',
      '"it\'s ("',
    ],
    ...[
      'imagery',
      'my-source',
      'color-mix(in srgb, var(--ink, #000) 40%, transparent)',
      'date: 1',
      'http:/x',
    ],
  ])('stays inside the picture: %j', (value) => {
    expect(isHarmlessValue(value)).toBe(true);
  });

  it.each([
    ...['\\', '<', '>', '{', '}', '@', ';', '&', '\0', '\b', '\v', '\f', '\u000e', '\u001f', '/*'],
    ...['url(x)', 'url (x)', 'URL\t(#a b)', 'url(x#a)', 'url("#a\')', 'url(#a", x)', 'image-set(x)'],
    ...[
      'image(x)',
      'image (x)',
      'src(x)',
      'src (x)',
      'expression',
      'EXPRESSION',
      'javascript:',
      'data:',
      '//x',
    ],
    ...['url(#a) url(x)', '"', "'", '(', ')', ')(', '(()', '"(', '"a\n"', "'a\r'"],
  ])('may lead out of it: %j', (value) => {
    expect(isHarmlessValue(value)).toBe(false);
  });
});
