import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('footnotes', () => {
  it.each<[string, ...string[]]>([
    ['a[^1]\n\n[^1]: b', 'p a1', 'footnotes 1 [p b]'],
    ['[^1]: b\nlazy\n\n    c\n\nd', 'p d', 'footnotes 1 [p b\nlazy + p c]'],
    ['[^1]: b\n[^2]: c', 'footnotes 1 [p b] 2 [p c]'],
    ['[^1]: b\n\n[^1]: c', 'footnotes 1 [p b + p c]'],
    ['[^a b]: c', 'p [^a b]: c'],
    ['[^x]: - a\n    - b', 'footnotes x [ul [p a | p b]]'],
    ['    [^1]: b', 'code "[^1]: b"'],
    ['[^1]: b\n- c', 'ul [p c]', 'footnotes 1 [p b]'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
