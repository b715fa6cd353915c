import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('a formula', () => {
  it.each<[string, ...string[]]>([
    ['$$x$$', 'math x'],
    ['$$\na\nb\n$$', 'math a\nb'],
    ['\\[x\\]', 'math x'],
    ['$$ is it', 'p $$ is it'],
    ['$$\n\nx\n$$', 'p $$', 'p x\n$$'],
    ['$$$$', 'p $$$$'],
    ['$$x$$ y $$z$$', 'p x y z'],
    ['$$x', 'p $$x'],
    ['    $$x$$', 'code "$$x$$"'],
    ['$$\n# a\n$$', 'p $$', '# a', 'p $$'],
    ['$$ x\n= y $$', 'math x\n= y'],
    ['\\[\nx\n\\]', 'math x'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
