import { expect, test } from 'vitest';
import { findSigns, mendSigns } from './typeset-signs.ts';

test.each([
  ['echo “a”', 'echo "a"'],
  ['echo «a»', 'echo "a"'],
  ['echo ‘a’', "echo 'a'"],
  ['echo a′', "echo a'"],
  ['ls –l', 'ls -l'],
  ['ls –all', 'ls --all'],
  ['—help', '--help'],
  ['ls\u00A0-l', 'ls -l'],
  ["echo '\u00A0'", "echo ' '"],
  ["echo '“a”'", "echo '“a”'"],
  ['echo "\\"“a”"', 'echo "\\"“a”"'],
  ['echo a–b', 'echo a–b'],
  ['echo –', 'echo –'],
  ['echo –1', 'echo –1'],
  ['ls -l', 'ls -l'],
])('%j is meant as %j', (command, meant) => {
  expect(mendSigns(command)).toBe(meant);
});

test('signs are told in their order, each with its kind and place', () => {
  expect(findSigns('a –b\u00A0“c”')).toEqual([
    { kind: 'dash', at: 2, character: '–', meant: '-' },
    { kind: 'blank', at: 4, character: '\u00A0', meant: ' ' },
    { kind: 'quotes', at: 5, character: '“', meant: '"' },
    { kind: 'quotes', at: 7, character: '”', meant: '"' },
  ]);
});
