import { expect, it } from 'vitest';
import { parseLineSteps, shiftLineSteps, stepsOfLine } from './code-steps.ts';

const ALL = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

it.each([
  ['1', [[[1, 1]]]],
  [
    '1|3-5|2,7',
    [
      [[1, 1]],
      [[3, 5]],
      [
        [2, 2],
        [7, 7],
      ],
    ],
  ],
  ['all | 2', [[ALL], [[2, 2]]]],
  ['*', [[ALL]]],
  ['1|x', null],
  ['', null],
  ['1-', null],
])('%s is read', (spec, steps) => {
  expect(parseLineSteps(spec)).toEqual(steps);
});

it('reads eight steps, no more', () => {
  expect(parseLineSteps(Array.from({ length: 12 }, (_, at) => at + 1).join('|'))).toHaveLength(8);
});

it.each([
  ['1|3-5', 2, '-1|1-3'],
  ['all|4', 3, 'all|1'],
  ['2,5', 0, '2,5'],
  ['none', 2, 'none'],
])('%s after %i lines is %s', (spec, first, shifted) => {
  expect(shiftLineSteps(spec, first)).toBe(shifted);
});

it.each([
  [1, [1, 3]],
  [4, [2, 3]],
  [6, [3]],
])('line %i is highlighted in its steps', (line, steps) => {
  expect(stepsOfLine(parseLineSteps('1|3-5|all')!, line)).toEqual(steps);
});
