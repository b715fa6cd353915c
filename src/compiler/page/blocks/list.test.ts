import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('a list', () => {
  it.each<[string, ...string[]]>([
    ['- a\n- b', 'ul [p a | p b]'],
    ['* a\n+ b', 'ul [p a]', 'ul [p b]'],
    ['1. a\n2. b', 'ol [p a | p b]'],
    ['3) a', 'ol3 [p a]'],
    ['1. a\n1) b', 'ol [p a]', 'ol [p b]'],
    ['- a\n\n- b', 'ul loose [p a | p b]'],
    ['- a\n\n  b', 'ul loose [p a + p b]'],
    ['- a\n  - b\n- c', 'ul [p a + ul [p b] | p c]'],
    ['- a\nlazy', 'ul [p a\nlazy]'],
    ['- a\n\nb', 'ul [p a]', 'p b'],
    ['-', 'ul []'],
    ['- [x] a\n- [ ] b', 'ul [[x] p a | [ ] p b]'],
    ['- [x]a', 'ul [p [x]a]'],
    ['- {: .x} a', 'ul [p a .x]'],
    ['- {: .x}', 'ul []'],
    ['10. a\n    b', 'ol10 [p a\nb]'],
    ['1. a\n  - b', 'ol [p a + ul [p b]]'],
    ['1. a\n\n   - b', 'ol loose [p a + ul [p b]]'],
    ['-     a', 'ul [code "a"]'],
    ['- # a\n- b', 'ul [# a | p b]'],
    ['-a', 'p -a'],
    ['1234567890. a', 'p 1234567890. a'],
    ['- ```\n  a\n  ```\n- b', 'ul [fence "a" | p b]'],
    ['- a\n  ```\n  b\n  ```', 'ul [p a + fence "b"]'],
    ['- a\n\n      b', 'ul [p a + code "b"]'],
    ['    - a', 'code "- a"'],
    ['- a\n{: .x}', 'ul [p a] .x'],
    ['- a\n## H', 'ul [p a]', '## H'],
    ['1. a\n\n\n\n2. b', 'ol loose [p a | p b]'],
    ['- | a | b |\n  |---|---|\n  | c | d |', 'ul [table a | b / c | d]'],
    ['- > a\n- b', 'ul [quote [p a] | p b]'],
    ['-\ta\n\n\tb', 'ul loose [p a + p b]'],
    ['- a\n1. b', 'ul [p a]', 'ol [p b]'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
