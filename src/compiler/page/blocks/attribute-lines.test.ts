import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('kramdown’s attribute lists', () => {
  it.each<[string, ...string[]]>([
    ['a\n{: .x}', 'p a .x'],
    ['{: .x}\na', 'p a .x'],
    ['a\n\n{: .x}\nb', 'p a', 'p b .x'],
    ['a\n\n{: .x}', 'p a'],
    ['{: .x}\n{: #y}\na', 'p a #y .x'],
    ['a\n{: .x}\n{: .y}', 'p a .x .y'],
    ['- a\n{:toc}', 'toc toc='],
    ['a\n{:toc}', 'p a toc='],
    ['- a\n\n{:toc}\n- b', 'ul [p a]', 'toc toc='],
    ['a\n{: n}\n\n{:n: .m k="v"}', 'p a .m n= k=v'],
    ['a {: .x} b', 'p a {: .x} b'],
    ['a\n  {: .x}  ', 'p a .x'],
    ['{: .x }\n\n## H', '## H .x'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
