import { describe, expect, it } from 'vitest';
import { formatSvg, parseSvg } from './elements.ts';
import { dropUnused } from './unused.ts';

function drop(inside: string, sheet = ''): string {
  const root = parseSvg(`<svg>${inside}</svg>`)!;
  dropUnused(root, sheet);
  return formatSvg(root).replace(/^<svg(?:>|\/>)|<\/svg>$/g, '');
}

const kinds = [
  'marker',
  'filter',
  'linearGradient',
  'radialGradient',
  'clipPath',
  'mask',
  'pattern',
  'symbol',
];

describe('what nothing refers to', () => {
  it.each(kinds)('goes: a %s', (name) => {
    expect(drop(`<${name} id="a"><path d="M0"/></${name}><${name}/>`)).toBe('');
  });

  it.each(kinds)('but stays where something does: a %s', (name) => {
    const held = `<${name} id="a"><path d="M0"/></${name}>`;
    for (const user of ['<path marker-end="url(#a)"/>', '<path style="fill:url(#a)"/>', '<use href="#a"/>'])
      expect(drop(held + user)).toBe(held + user);
    expect(drop(held, 'rect{fill:url(#a)}')).toBe(held);
  });

  it('is told by the whole name', () => {
    expect(drop('<marker id="a"/><path d="url(#ab)"/>', '.x{fill:url(#b)}')).toBe('<path d="url(#ab)"/>');
    expect(drop('<marker id="a"/><path d="x #a"/>')).toBe('<path d="x #a"/>');
  });
});

describe('what holds nothing', () => {
  it.each([
    ['a group', '<g/>', ''],
    ['groups within each other', '<g class="x"><g id="y"> </g></g>', ''],
    ['definitions that nothing refers to', '<defs><marker id="a"/></defs>', ''],
    ['a box without size and class', '<rect x="1"/>', ''],
    ['a box with a size', '<rect width="1"/>', '<rect width="1"/>'],
    ['a box that a style sheet may size', '<rect class="x"/>', '<rect class="x"/>'],
    ['a path', '<path/>', '<path/>'],
    ['a group that holds something', '<g><g/><path/></g>', '<g><path/></g>'],
    ['text', '<text>a</text>', '<text>a</text>'],
    ['text without any', '<text/>', '<text/>'],
  ])('%s', (_, drawn, left) => {
    expect(drop(drawn)).toBe(left);
  });
});
