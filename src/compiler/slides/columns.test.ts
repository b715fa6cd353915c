import { describe, expect, it } from 'vitest';
import {
  bleeds,
  columnsClass,
  columnsIn,
  roomBetween,
  sizeFor,
  widestLine,
  wrappedLines,
} from './columns.ts';
import { CARD, ROOM } from './layout.ts';

const HALF = (ROOM.width - 48) / 2;

it.each([
  ['', 0],
  ['ab\nabc\na', 3],
  ['\ta', 9],
  ['abc\ta', 9],
  ['12345678\ta', 17],
  ['日本', 4],
  ['é…', 2],
])('%j is so many columns wide: %i', (text, columns) => {
  expect(widestLine(text)).toBe(columns);
});

it.each([
  ['what fits', 'one two', 7, 1],
  ['between words', 'one two', 6, 2],
  ['within a word that is longer', 'abcdefghij', 4, 3],
  ['after a word before a longer one', 'ab abcdefgh', 4, 3],
  ['at each line end', 'a\nb\n', 4, 3],
  ['a word that fills its line', 'abcd ef', 4, 2],
])('code wraps %s', (_, text, columns, lines) => {
  expect(wrappedLines(text, columns)).toBe(lines);
});

describe('the size of code', () => {
  it.each([
    [10, 60, 22, 20],
    [60, 60, 22, 20],
    [61, 70, 22, 20],
    [100, 100, 21, 20],
    [120, 120, 18.5, 18.5],
    [140, 140, 16, 16],
    [141, 160, 18.5, 18.5],
    [999, 160, 18.5, 18.5],
  ])('of %i columns is that of %i', (columns, next, code, output) => {
    expect(sizeFor(columns, ROOM.width)).toEqual({ columns: next, code, output });
    expect(columnsClass(columns, ROOM.width)).toBe(`cols-${next}`);
  });

  it('grows with the type of the slide up to 80 columns, and shrinks with it', () => {
    const sizes = (columns: number, code: number) =>
      sizeFor(columns, ROOM.width, { code, output: code }).code;
    expect([sizes(80, 26), sizes(90, 26), sizes(90, 18)]).toEqual([26, 22, 18]);
  });

  it('is smaller in a narrow card', () => {
    expect(sizeFor(60, HALF).columns).toBe(140);
    expect(sizeFor(20, HALF).columns).toBe(60);
  });
});

it.each([
  ['as wide as the slide', ROOM.width, 110, true],
  ['narrower lines', ROOM.width, 100, false],
  ['a narrower card', HALF, 140, false],
])('a card bleeds into the margins: %s', (_, width, columns, does) => {
  expect(bleeds(columns, width)).toBe(does);
  expect(roomBetween(columns, width)).toBe(width - 2 * CARD.padding + (does ? CARD.bleed : 0));
});

it.each([
  [1080, 20, 108],
  [1080, 22, 98],
  [5, 22, 1],
])('in %i pixels of size %i stand %i columns', (width, size, columns) => {
  expect(columnsIn(width, size)).toBe(columns);
});
