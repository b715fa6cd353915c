import { expect, test } from 'vitest';
import { hasFlag, optionValue, optionValues, plainWords, splitOptions } from './arguments.ts';

const valued = { letters: 'vp', names: 'name volume' };
const words = (text: string) => text.split(' ').filter(Boolean);

test.each([
  ['-it --rm ubuntu bash -c x', '-it --rm', 'ubuntu bash -c x'],
  ['-v a:b --name web ubuntu', '-v a:b --name web', 'ubuntu'],
  ['-itv a:b ubuntu', '-itv a:b', 'ubuntu'],
  ['-vit a:b ubuntu', '-vit', 'a:b ubuntu'],
  ['--name=web ubuntu', '--name=web', 'ubuntu'],
  ['-p8080:80 ubuntu', '-p8080:80', 'ubuntu'],
  ['--v x', '--v', 'x'],
  ['-i -- -x y', '-i', '-x y'],
  ['- x', '', '- x'],
  ['-i', '-i', ''],
  ['-v', '-v', ''],
  ['', '', ''],
])('%j has the options %j before %j', (args, options, rest) => {
  const [found, behind] = splitOptions(words(args), valued);
  expect([found.join(' '), behind.join(' ')]).toEqual([options, rest]);
});

test.each([
  ['a -x b -v c d --name e f', 'a b d f'],
  ['a -- -x -v b', 'a -x -v b'],
  ['-', '-'],
])('%j has the words %j', (args, expected) => {
  expect(plainWords(words(args), valued).join(' ')).toBe(expected);
});

test('without options that take a value each word counts', () => {
  expect(plainWords(['-v', 'a'])).toEqual(['a']);
  expect(splitOptions(['-v', 'a'])).toEqual([['-v'], ['a']]);
});

test.each([
  ['-i', true],
  ['-ti', true],
  ['--interactive', true],
  ['--stdin=true', true],
  ['--interactive=false', false],
  ['--i', false],
  ['-p8i', false],
  ['i', false],
])('%j sets the flag: %s', (arg, expected) => {
  expect(hasFlag([arg], 'i', 'interactive', 'stdin')).toBe(expected);
});

test('a flag without a letter is none of a cluster', () => {
  expect(hasFlag(['-it'], '', 'rm')).toBe(false);
  expect(hasFlag(['--rm'], '', 'rm')).toBe(true);
});

test.each([
  ['--name web', ['web']],
  ['--name=web', ['web']],
  ['-n web --name=b', ['web', 'b']],
  ['--names web', []],
  ['--name', []],
])('%j gives %j', (args, expected) => {
  expect(optionValues(words(args), '--name', '-n')).toEqual(expected);
  expect(optionValue(words(args), '--name', '-n')).toBe(expected[0] ?? null);
});
