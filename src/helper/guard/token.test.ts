import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { isToken, makeToken } from './token.ts';

const token = 'the token';

it('holds 128 bits', () => {
  expect(makeToken()).toMatch(/^[0-9a-f]{32}$/);
});

it.each(Array.from({ length: 32 }, (_, at) => at))(
  'is not taken for another one whose digest has the same byte %i',
  (at) => {
    const wanted = digest(token)[at];
    let count = 0;
    while (digest(`guess ${count}`)[at] !== wanted) count++;
    expect(isToken(token, `guess ${count}`)).toBe(false);
  },
);

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
