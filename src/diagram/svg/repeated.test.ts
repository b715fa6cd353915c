import { describe, expect, it } from 'vitest';
import { rewriteSvg } from './rewrite.ts';

const draw = (inside: string) =>
  rewriteSvg(`<svg xmlns="http://www.w3.org/2000/svg" id="p" viewBox="0 0 9 9">${inside}</svg>`, 'p')!;
const count = (svg: string, what: RegExp) => [...svg.matchAll(what)].length;
const arrow = '<marker id="m"><path d="M0 0L9 9"/></marker>';

describe('a picture as Mermaid draws it', () => {
  it('keeps its arrow heads, however many', () => {
    const line = '<path d="M0 0L9 9" marker-end="url(#m)"/>';
    expect(count(draw(`${arrow}${line.repeat(2_000)}`), /marker-end/g)).toBe(2_000);
  });

  it('keeps what it draws twice, its gradients and its filters', () => {
    const svg = draw(
      `<style>#p .n{fill:url(#p-l);filter:url(#p-f)}</style><linearGradient id="l"/><filter id="f"/>
       <g id="a"><rect width="1" height="1" class="n" fill="url(#l)"/></g><use href="#a"/>`,
    );
    expect(svg).toMatch(/<use href="#p-a"\/>/);
    expect(svg).toContain('fill="url(#p-l)"');
    expect(svg).toMatch(/fill:url\(#p-l\);filter:url\(#p-f\)/);
  });
});

describe('a small picture that would be a large one', () => {
  it('does not double and double again', () => {
    const doubling = Array.from(
      { length: 24 },
      (_, at) => `<g id="u${at + 1}"><use href="#u${at}"/><use xlink:href="#u${at}" x="1"/></g>`,
    );
    const svg = draw(`<g id="u0"><rect width="1" height="1"/></g>${doubling.join('')}<use href="#u24"/>`);
    expect(count(svg, /<use [^>]*href/g)).toBe(1);
  });

  it.each(['pattern', 'mask', 'clipPath', 'marker', 'symbol'])('has no %s within another', (name) => {
    const within = (attributes: string) =>
      draw(
        `<${name} id="a"><rect width="1" height="1"/></${name}>
         <${name} id="b"><rect width="1" height="1" ${attributes}/></${name}>
         <rect width="2" height="1" fill="url(#a)" mask="url(#b)"/>`,
      );
    for (const attributes of ['fill="url(#a)"', 'fill="URL( #p-a )"', 'style="fill:url(#a)"'])
      expect(within(attributes)).not.toMatch(/width="1" height="1" [^>]*(?:a\)|class)/);
    expect(within('')).toContain('fill="url(#p-a)" mask="url(#p-b)"');
  });

  it('has none by a rule of its style sheet', () => {
    const svg = draw(
      `<style>#p .n{fill:url( '#p-a' );stroke:red}</style>
       <pattern id="a"><rect width="1" height="1"/></pattern><rect width="1" height="1" class="n" mask="url(#a)"/>`,
    );
    expect(svg).toContain('fill:none;stroke:red');
  });

  it('adds no more than a page can show, whoever inherits it', () => {
    const large = `<g id="g"><path d="M0 0${'L1 1'.repeat(5_000)}"/></g>`;
    expect(count(draw(`${large}${'<use href="#g"/>'.repeat(1_000)}`), /href/g)).toBeLessThan(120);
    const heads = `<marker id="m"><path d="M0 0${'L1 1'.repeat(500)}"/></marker>`;
    const held = (attributes: string) => `<g ${attributes}><path d="M0 0${'L1 1'.repeat(5_000)}"/></g>`;
    expect(draw(heads + held('marker-mid="url(#m)"'))).not.toContain('marker-mid');
    expect(draw(`${heads}<g marker-mid="url(#m)">${'<use href="#g"/>'.repeat(9)}</g>${large}`)).not.toContain(
      'marker-mid',
    );
  });
});
