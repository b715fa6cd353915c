import { describe, expect, it } from 'vitest';
import { formatSize, parseSize } from './sizes.ts';

describe('sizes', () => {
  it.each([
    ['0B', 0],
    ['52', 52],
    ['1.895 kB', 1895],
    ['72.9MB', 72_900_000],
    ['72,9MB', 72_900_000],
    ['64MiB', 67_108_864],
    ['-1B', -1],
    ['ten', null],
    ['1 furlong', null],
  ])('reads %s', (text, bytes) => expect(parseSize(text)).toBe(bytes));

  it.each([
    [0, '0 B'],
    [52, '52 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [999_960, '1 MB'],
    [188_100_000, '188.1 MB'],
    [2.5e15, '2500 TB'],
  ])('writes %d bytes', (bytes, text) => expect(formatSize(bytes)).toBe(text));
});
