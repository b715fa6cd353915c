import { describe, expect, it } from 'vitest';
import { readRange } from './range.ts';

describe('a range of ten bytes', () => {
  it.each([
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=2-5', { first: 2, last: 5 }],
    ['bytes=2-', { first: 2, last: 9 }],
    ['bytes=2-99', { first: 2, last: 9 }],
    ['bytes=9-9', { first: 9, last: 9 }],
    ['bytes=-3', { first: 7, last: 9 }],
    ['bytes=-99', { first: 0, last: 9 }],
  ])('%s', (header, range) => {
    expect(readRange(header, 10)).toEqual(range);
  });

  it.each(['bytes=10-', 'bytes=10-11', 'bytes=-0', 'bytes=999999999999-'])('%s is not there', (header) => {
    expect(readRange(header, 10)).toBe('none');
  });

  it.each([
    undefined,
    '',
    'bytes=-',
    'bytes=5-2',
    'bytes=0-1,3-4',
    'bytes=a-b',
    'items=0-1',
    'xbytes=0-1',
    'bytes=1e1-2',
  ])('%s asks for the whole', (header) => {
    expect(readRange(header, 10)).toBe('all');
  });

  it('of nothing there is none', () => {
    expect(readRange('bytes=0-', 0)).toBe('none');
    expect(readRange('bytes=-5', 0)).toBe('none');
  });
});
