import { expect, it } from 'vitest';
import { LARGEST_MESSAGE, readMessage } from './message.ts';
import { readTarget } from './path.ts';
import { limitRate } from './rate.ts';

it('takes an address of 2,048 characters, and no longer one', () => {
  expect(readTarget(`/${'a'.repeat(2047)}`)).toHaveLength(1);
  expect(readTarget(`/${'a'.repeat(2048)}`)).toBeNull();
});

it('leaves out the query, whatever lines it holds', () => {
  expect(readTarget('/a?one\n/two')).toEqual(['a']);
});

it('takes a message of the largest size', () => {
  expect(readMessage(Buffer.from('{"type":"reset"}'.padEnd(LARGEST_MESSAGE)), false)).not.toBeNull();
});

it('refuses the first of too many at once, and counts each one', () => {
  const within = limitRate(1, 1, () => 0);
  expect([within(), within()]).toEqual([true, false]);
});
