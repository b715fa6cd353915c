import { expect, test } from 'vitest';
import { readLines } from '../lines.ts';
import { takeFrontMatter } from './front-matter.ts';

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghi'].map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[at]}`)}]`),
];

test.each([
  ['an alias that stands for nothing', ['title: **Docker**']],
  ['aliases that stand for a thousand million values', bomb],
])('%s is a warning, and the page goes on', (_, yaml) => {
  const read = takeFrontMatter(readLines(['---', ...yaml, 'author: A', '---', '# T'].join('\n')));
  expect(read.diagnostics).toMatchObject([{ code: 'front-matter', line: 2 }]);
  expect(read.diagnostics[0]!.message.length).toBeLessThan(400);
  expect(read.settings.author).toBe('A');
  expect(read.body.map(({ text }) => text)).toEqual(['# T']);
});

test.each([
  ['lists that hold themselves', 'author: &a [A, *a, B]', { author: 'A, B' }],
  ['a mapping for a number', 'nav_order: {toString: 1, valueOf: 2}', { navOrder: null }],
  ['a key that is no key of objects', '__proto__: {engine: none}', { engine: 'auto' }],
  ['a number as text', 'nav_order: "3"', { navOrder: 3 }],
  ['zero', 'nav_order: 0', { navOrder: 0 }],
])('%s', (_, yaml, settings) => {
  expect(takeFrontMatter(readLines(`---\n${yaml}\n---\n`)).settings).toMatchObject(settings);
});
