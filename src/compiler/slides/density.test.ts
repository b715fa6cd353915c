import { expect, it } from 'vitest';
import { densityOf, heightIn } from './density.ts';
import { BLOCK_GAP, TEXT, TYPE } from './layout.ts';
import { code, item, list, paragraph } from './slides.fixture.ts';

const inside = () => null;
const items = (count: number) => [list(Array.from({ length: count }, () => item([paragraph('one')])))];
const room = 500;
const density = (count: number) => {
  const shown = items(count);
  return densityOf(shown, { fill: heightIn(TYPE.normal, shown, inside) / room, room, inside });
};

it('is larger type the less stands on a slide', () => {
  const order = ['sparse', 'roomy', 'normal', 'full', 'dense'];
  const found = Array.from({ length: 12 }, (_, at) => order.indexOf(density(at + 1)));
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect([density(1), density(6), density(9), density(12)]).toEqual(['sparse', 'sparse', 'normal', 'dense']);
});

it('is a little smaller first when a little too much stands there', () => {
  const shown = items(9);
  const height = heightIn(TYPE.normal, shown, inside);
  expect(densityOf(shown, { fill: 1.01, room: height - 1, inside })).toBe('full');
  expect(densityOf(shown, { fill: 1.5, room: height / 1.5, inside })).toBe('dense');
});

it('measures blocks under each other', () => {
  const line = TEXT.size * TEXT.line;
  expect(heightIn(TYPE.normal, [paragraph('a'), paragraph('b')], inside)).toBeCloseTo(
    2 * line + BLOCK_GAP,
    6,
  );
  expect(heightIn(TYPE.sparse, [code('a')], inside)).toBeGreaterThan(
    heightIn(TYPE.normal, [code('a')], inside),
  );
});
