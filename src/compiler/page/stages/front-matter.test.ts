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

const read = (...lines: string[]) => takeFrontMatter(readLines(lines.join('\n')));

test.each([
  ['between two rows of dashes', ['---', 'a: 1', '---', 'b'], { a: 1 }, ['b']],
  ['blank lines may stand before it', ['', ' ', '---', 'a: 1', '--- ', 'b'], { a: 1 }, ['b']],
  ['it may end in dots', ['---', 'a: 1', '...', 'b'], { a: 1 }, ['b']],
  ['it may hold nothing', ['---', '---', 'b'], {}, ['b']],
  ['the later of two equal keys counts', ['---', 'a: 1', 'a: 2', '---'], { a: 2 }, []],
  ['without an end there is none', ['---', 'a: 1', 'b'], {}, ['---', 'a: 1', 'b']],
  ['text before it', ['b', '---', 'a: 1', '---'], {}, ['b', '---', 'a: 1', '---']],
  ['prose between two breaks is a slide', ['---', 'Words.', '---', 'b'], {}, ['---', 'Words.', '---', 'b']],
  ['a list is none either', ['---', '- a', '---', 'b'], {}, ['---', '- a', '---', 'b']],
  ['a page of blanks', ['', ''], {}, ['', '']],
])('%s', (_, lines, values, body) => {
  const found = read(...lines);
  expect(found.values).toEqual(values);
  expect(found.body.map(({ text }) => text)).toEqual(body);
  expect(found.diagnostics).toEqual([]);
});

test('what is broken is told at its place, and the plain lines count', () => {
  const found = read('---', 'title: "A: b', 'lang: es', "author: 'X'", 'nav: [', '---', 'text');
  expect(found.diagnostics[0]).toMatchObject({
    code: 'front-matter',
    severity: 'warning',
    line: 5,
    column: 7,
  });
  expect(found.diagnostics[0]!.message).toMatch(/^The front matter is not valid YAML: ./);
  expect(found.diagnostics[0]!.hint).toBe(
    'Quote values that hold a colon or begin with a star, and indent with spaces.',
  );
  expect(found.diagnostics.length).toBeLessThanOrEqual(3);
  expect(found.values).toMatchObject({ lang: 'es', author: 'X' });
  expect(found.body.map(({ text }) => text)).toEqual(['text']);
});

test.each([
  ['description: " d "', { description: 'd' }],
  ['author: [A, 2, "", {x: 1}]', { author: 'A, 2' }],
  ['author: true', { author: '' }],
  ['nav_order: 1.5', { navOrder: 1.5 }],
  ['nav_order: first', { navOrder: null }],
  ['nav_order: ""', { navOrder: null }],
  ['capas: {engine: none}', { engine: 'none' }],
  ['capas: {engine: docker}', { engine: 'auto' }],
  ['capas: [engine]', { engine: 'auto' }],
  ['title: x', { navOrder: null, description: '', author: '', engine: 'auto' }],
])('%s', (yaml, settings) => {
  expect(read('---', yaml, '---').settings).toMatchObject(settings);
});
