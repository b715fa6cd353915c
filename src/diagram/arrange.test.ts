import { describe, expect, it } from 'vitest';
import { arrange } from './arrange.ts';
import type { Tower } from './cells.ts';

/** `ab` is a tower of two boxes, `a` below. */
function tower(boxes: string, ...upon: Tower[]): Tower {
  const cells = [...boxes].map((key) => ({
    key,
    kind: 'layer' as const,
    step: 0,
    shared: false,
    lines: [key],
  }));
  return { cells, upon };
}

/** Each row with a box's letter for each column that it takes, and `.` for empty space. */
function draw(...towers: Tower[]): string[] {
  const { columns, rows } = arrange(towers);
  const lines = rows.map((row) => row.map(({ cell, span }) => (cell?.key ?? '.').repeat(span)).join(''));
  for (const line of lines) expect(line).toHaveLength(columns);
  return lines;
}

describe('boxes on one ground', () => {
  it.each([
    ['nothing', [], []],
    ['one box', [tower('a')], ['a']],
    ['the first of a tower is below', [tower('ab')], ['b', 'a']],
    ['towers stand side by side', [tower('a'), tower('b')], ['ab']],
    ['above a lower one there is empty space', [tower('a'), tower('bcd')], ['.d', '.c', 'ab']],
    ['also at the right', [tower('abc'), tower('d')], ['c.', 'b.', 'ad']],
    ['a box is as wide as what stands on it', [tower('a', tower('b'), tower('c'))], ['bc', 'aa']],
    [
      'and as what stands on that',
      [tower('a', tower('b', tower('d'), tower('e')), tower('c'))],
      ['de.', 'bbc', 'aaa'],
    ],
    [
      'empty space between towers is one slot as wide as it is',
      [tower('a', tower('b', tower('f')), tower('c'), tower('d'), tower('e', tower('g')))],
      ['f..g', 'bcde', 'aaaa'],
    ],
    ['a tower without boxes leaves its place', [tower('', tower('a')), tower('b')], ['ab']],
    ['and keeps it with nothing upon it', [tower(''), tower('a')], ['.a']],
  ])('%s', (_, towers, rows) => {
    expect(draw(...towers)).toEqual(rows);
  });

  it('an empty slot has the width of the space, in one', () => {
    const { rows } = arrange([tower('a', tower('b', tower('f')), tower('c'), tower('d', tower('g')))]);
    expect(rows[0]!.map(({ cell, span }) => [cell?.key, span])).toEqual([
      ['f', 1],
      [undefined, 1],
      ['g', 1],
    ]);
  });
});
