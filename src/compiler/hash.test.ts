import { expect, test } from 'vitest';
import { hash } from './hash.ts';

/** FNV-1a's own vectors (http://www.isthe.com/chongo/tech/comp/fnv/). Recordings and drawings on disk are named so. */
test.each([
  ['', '811c9dc5'],
  ['a', 'e40c292c'],
  ['foobar', 'bf9cf968'],
  ['chongo was here!\n', 'd49930d5'],
])('%j is %s', (text, named) => {
  expect(hash(text)).toBe(named);
});

test('eight digits, also of a small number', () => {
  for (let at = 0; at < 200; at += 1) expect(hash(String(at))).toMatch(/^[0-9a-f]{8}$/);
});
