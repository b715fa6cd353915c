import { expect, it } from 'vitest';
import { codeParts } from './code-parts.ts';

const lines = (count: number, text = 'a') => Array<string>(count).fill(text);
/** How bad it is to begin a slide with a line. */
const before = (code: string[], line: number) => codeParts(code.join('\n'), 1)[line - 1]!.reluctance;

it('counts lines from where the code begins', () => {
  expect(codeParts('a\nb', 7).map(({ text, line }) => [text, line])).toEqual([
    ['a', 7],
    ['b', 8],
  ]);
});

it.each([
  ['at its beginning', lines(30), 1, 0],
  ['after an empty line', [...lines(10), '', ...lines(20)], 12, 4],
  ['before an empty line', [...lines(10), '', ...lines(20)], 11, 60],
  ['within lines that go on and on', lines(30), 10, 25],
  ['there where it is indented', [...lines(10), ...lines(20, '  b')], 15, 45],
  ['within lines that belong together', [...lines(10), '', ...lines(20)], 5, 25 + 90],
  ['after a continuation', [...lines(9), 'a \\', ...lines(20)], 11, 400],
  ['before a closing bracket', [...lines(10), '}', ...lines(20)], 11, 300],
  ['before the end of a loop', [...lines(10), 'done', ...lines(20)], 11, 300],
  ['near the beginning', lines(30), 3, 25 + 90],
  ['near the end', lines(30), 29, 25 + 90],
  ['within a short block', lines(16), 8, 25 + 100],
])('%s', (_, code, line, reluctance) => {
  expect(before(code, line)).toBe(reluctance);
});
