import { describe, expect, it } from 'vitest';
import type { Block } from './model.ts';
import { base, inline, item, list, paragraph } from './slides/slides.fixture.ts';
import { insides, mapBlocks, visit } from './walk.ts';

const one = paragraph('one');
const two = paragraph('two');
const callout = { ...base(), kind: 'callout', flavour: 'note', title: inline('Note') } as const;

const holders: [string, Block, Block[][]][] = [
  ['list', list([item([one]), item([two])]), [[one], [two]]],
  ['quote', { ...base(), kind: 'quote', blocks: [one, two] }, [[one, two]]],
  ['callout', { ...callout, blocks: [one] }, [[one]]],
  ['details', { ...base(), kind: 'details', summary: inline(''), open: false, blocks: [one] }, [[one]]],
  ['group', { ...base(), kind: 'group', blocks: [one] }, [[one]]],
  ['notes', { ...base(), kind: 'notes', hidden: true, blocks: [one] }, [[one]]],
  [
    'definitions',
    {
      ...base(),
      kind: 'definitions',
      items: [
        { line: 1, terms: [], definitions: [[one], [two]] },
        { line: 2, terms: [], definitions: [[one]] },
      ],
    },
    [[one], [two], [one]],
  ],
  [
    'footnotes',
    {
      ...base(),
      kind: 'footnotes',
      items: [
        { label: '1', line: 1, blocks: [one] },
        { label: '2', line: 2, blocks: [two] },
      ],
    },
    [[one], [two]],
  ],
  ['paragraph', one, []],
  ['break', { ...base(), kind: 'break' }, []],
];

describe('what a block holds', () => {
  it.each(holders)('of a %s', (_, block, held) => {
    expect(insides(block)).toEqual(held);
  });

  it.each(holders)('is mapped in a %s, all else left alone', (_, block, held) => {
    const loud = (blocks: readonly Block[]) =>
      mapBlocks(blocks, (inner) => (inner.kind === 'paragraph' ? { ...inner, line: 7 } : inner));
    const [mapped] = loud([block]);
    expect({ ...mapped, items: null, blocks: null, line: 1 }).toEqual({
      ...block,
      items: null,
      blocks: null,
    });
    expect(insides(mapped!)).toEqual(held.map(loud));
  });
});

it('visits containers before what they hold, in the order of the page', () => {
  const inner = list([item([one]), item([two])]);
  const quote: Block = { ...base(), kind: 'quote', blocks: [inner] };
  const seen: Block[] = [];
  visit([quote, one], (block) => seen.push(block));
  expect(seen).toEqual([quote, inner, one, two, one]);
});

it('changes what is inside before what holds it', () => {
  const order: string[] = [];
  mapBlocks([{ ...base(), kind: 'quote', blocks: [one] }], (block) => {
    order.push(block.kind);
    return block;
  });
  expect(order).toEqual(['paragraph', 'quote']);
});
