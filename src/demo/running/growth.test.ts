import { describe, expect, it } from 'vitest';
import { MarkFilter } from '../session/marks.ts';

/** What could cost more than its length, as output that comes in small pieces. */
const streams: Record<string, (size: number) => string> = {
  'openings that are not closed': (n) => '\x1b]133;'.repeat(n * 20),
  'beginnings of openings': (n) => '\x1b]13'.repeat(n * 20),
  'forged marks': (n) => '\x1b]133;D;0;0000\x07'.repeat(n * 10),
  'no mark at all': (n) => 'x'.repeat(n * 200),
};

const GROWTH = 6;
const INSTANT = 60;

describe('the time that looking for marks takes grows with the output', () => {
  it.each(Object.keys(streams))('%s', (name) => {
    const [short, long] = [400, 400 * GROWTH].map((size) => Buffer.from(streams[name]!(size)));
    filter(short!);
    const ratios = [1, 2, 3].map(() => {
      const quick = filter(short!);
      const slow = filter(long!);
      return slow < INSTANT ? 0 : slow / quick;
    });
    expect(Math.min(...ratios)).toBeLessThan(GROWTH * 3);
  });
});

function filter(bytes: Buffer): number {
  const begun = performance.now();
  const marks = new MarkFilter('n'.repeat(32));
  let length = 0;
  for (let at = 0; at < bytes.length; at += 100)
    marks.push(
      bytes.subarray(at, at + 100),
      (part) => {
        length += part.length;
      },
      () => {},
    );
  expect(length + marks.rest().length).toBe(bytes.length);
  return performance.now() - begun;
}
