import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('a slide break', () => {
  it.each<[string, ...string[]]>([
    ['---', 'break'],
    ['a\n\n---\n\nb', 'p a', 'break', 'p b'],
    ['***', 'break'],
    ['* * *', 'break'],
    ['___', 'break'],
    ['_ _ _', 'break'],
    ['--', 'p --'],
    ['- - -', 'break'],
    ['-- -', 'break'],
    ['   ---', 'break'],
    ['    ---', 'code "---"'],
    ['a\n***\nb', 'p a', 'break', 'p b'],
    ['--x--', 'p --x--'],
    ['a\n___', 'p a', 'break'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
