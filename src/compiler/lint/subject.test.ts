import { describe, expect, it } from 'vitest';
import { makeFinder } from './subject.ts';

describe('where a text stands in the page', () => {
  it.each([
    ['in its line', ['a b', 'c'], 'b', 1, { line: 1, column: 3 }],
    ['in a later one', ['a', 'b', ' c'], 'c', 1, { line: 3, column: 2 }],
    ['not in an earlier one', ['a', 'b'], 'a', 2, { line: 2, column: 1 }],
    ['in its line, where it is not written like that', ['a'], 'x', 1, { line: 1, column: 1 }],
    ['400 lines on', [...Array(400).fill(''), 'x'], 'x', 1, { line: 401, column: 1 }],
    ['no further', [...Array(401).fill(''), 'x'], 'x', 1, { line: 1, column: 1 }],
  ])('%s', (_, lines, wanted, from, place) => {
    expect(makeFinder(lines)(wanted, from)).toEqual(place);
  });

  it('is another one each time that it is asked for', () => {
    const find = makeFinder(['a a', 'a']);
    expect([1, 2, 3, 4].map(() => find('a', 1))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 1, column: 1 },
    ]);
    expect(find('a', 2)).toEqual({ line: 2, column: 1 });
  });
});
