import { describe, expect, it } from 'vitest';
import { formatSize, parseSize } from './sizes.ts';

describe('sizes', () => {
  it.each([
    ['0B', 0],
    ['52', 52],
    [' 52 ', 52],
    ['5 b', 5],
    ['1.895 kB', 1895],
    ['72.9MB', 72_900_000],
    ['72,9MB', 72_900_000],
    ['3GB', 3e9],
    ['2TB', 2e12],
    ['1KiB', 1024],
    ['64MiB', 67_108_864],
    ['1GiB', 1_073_741_824],
    ['1TiB', 1_099_511_627_776],
    ['1.4B', 1],
    ['1.6B', 2],
    ['-1B', -1],
    ['-1.5 kB', -1500],
  ])('reads %j', (text, bytes) => expect(parseSize(text)).toBe(bytes));

  it.each([
    '',
    'ten',
    '1 furlong',
    '52B or so',
    'about 52B',
    '1.B',
    '.5MB',
    '5 iB',
    '5 M',
    '--5',
    '1.2.3',
    '1e3',
  ])('takes %j for none', (text) => expect(parseSize(text)).toBeNull());

  it('takes no more digits than a number has', () => {
    expect(parseSize('9'.repeat(15))).toBe(999_999_999_999_999);
    expect(parseSize('9'.repeat(16))).toBeNull();
    expect(parseSize('1.123456')).toBe(1);
    expect(parseSize('1.1234567')).toBeNull();
  });

  it.each([
    [0, '0 B'],
    [52, '52 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [1500, '1.5 kB'],
    [999_940, '999.9 kB'],
    [999_950, '1 MB'],
    [188_100_000, '188.1 MB'],
    [3e9, '3 GB'],
    [4e12, '4 TB'],
    [2.5e15, '2500 TB'],
  ])('writes %d bytes', (bytes, text) => expect(formatSize(bytes)).toBe(text));
});
