import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('kramdown’s definitions', () => {
  it.each<[string, ...string[]]>([
    ['a\n: b', 'definitions a [p b]'],
    ['a\n\n: b', 'definitions a [p b]'],
    ['a\nb\n: c', 'definitions a, b [p c]'],
    ['a\n: b\n: c', 'definitions a [p b | p c]'],
    ['a\n: b\n\n    c', 'definitions a [p b + p c]'],
    ['a\n: b\n\n  c\n\nd', 'definitions a [p b + p c]', 'p d'],
    ['a\n: b\n\nc\n: d', 'definitions a [p b] c [p d]'],
    ['a\n:b', 'p a\n:b'],
    ['a\n    : b', 'p a\n: b'],
    [': b', 'p : b'],
    ['a\n: b\nlazy', 'definitions a [p b\nlazy]'],
    ['a\n: b\n- c', 'definitions a [p b]', 'ul [p c]'],
    ['- a\n: b', 'ul [definitions a [p b]]'],
    ['1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n: x', 'definitions 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 [p x]'],
    ['1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n: x', 'p 1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n: x'],
    ['a\n: ```\n  x\n  ```', 'definitions a [fence "x"]'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
