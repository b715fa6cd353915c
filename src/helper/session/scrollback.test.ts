import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Scrollback } from './scrollback.ts';

describe('Scrollback', () => {
  it('gives back the end of whatever was printed, by position', () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 30 }), fc.nat(), (printed, capacity, skip) => {
        const scrollback = new Scrollback(capacity);
        for (const bytes of printed) scrollback.push(bytes);
        const all = Buffer.concat(printed);
        expect(scrollback.total).toBe(all.length);
        expect(scrollback.oldest).toBe(Math.max(0, all.length - capacity));
        const from = scrollback.oldest + (skip % (scrollback.total - scrollback.oldest + 1));
        expect(scrollback.read(from, capacity)).toEqual(all.subarray(from));
      }),
    );
  });

  it('gives no more than was asked for, in a copy of its own', () => {
    const scrollback = new Scrollback(4);
    scrollback.push(Buffer.from('abcd'));
    const read = scrollback.read(1, 2);
    scrollback.push(Buffer.from('efgh'));
    expect(read.toString()).toBe('bc');
  });

  it('forgets, and counts on', () => {
    const scrollback = new Scrollback(8);
    scrollback.push(Buffer.from('abc'));
    scrollback.forget();
    expect(scrollback.oldest).toBe(3);
    scrollback.push(Buffer.from('de'));
    expect(scrollback.read(3, 8).toString()).toBe('de');
  });

  it('has nothing at positions that are gone or not yet there', () => {
    const scrollback = new Scrollback(2);
    scrollback.push(Buffer.from('abc'));
    expect(() => scrollback.read(0, 1)).toThrow(RangeError);
    expect(() => scrollback.read(4, 1)).toThrow(RangeError);
  });
});
