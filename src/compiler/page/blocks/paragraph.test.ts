import { describe, expect, it } from 'vitest';
import { sketch, warnings } from '../sketch.fixture.ts';

describe('a paragraph', () => {
  it.each<[string, ...string[]]>([
    ['a\nb', 'p a\nb'],
    ['a\n\nb', 'p a', 'p b'],
    ['a\n# b', 'p a', '# b'],
    ['a\n> b', 'p a', 'quote [p b]'],
    ['a\n```\nb\n```', 'p a', 'fence "b"'],
    ['a\n~~~\nb\n~~~', 'p a', 'fence "b"'],
    ['a\n- b', 'p a', 'ul [p b]'],
    ['a\n1. b', 'p a', 'ol [p b]'],
    ['a\n2. b', 'p a\n2. b'],
    ['a\n::: note\nb\n:::', 'p a', 'note “” [p b] .note'],
    ['a\n!!! note\n    b', 'p a', 'note “” [p b] .note'],
    ['a\n<div>b</div>', 'p a', 'p b'],
    ['a\n<b>b</b>', 'p a\nb'],
    ['a\n<!-- b -->', 'p a'],
    ['a\n{: .x}\nb', 'p a .x', 'p b'],
    ['a\n___\nb', 'p a', 'break', 'p b'],
    ['a\n* * *\nb', 'p a', 'break', 'p b'],
    ['a\n--\nb', '## a', 'p b'],
    ['a\n    b', 'p a\nb'],
    ['a\n| b | c |\n|---|---|', 'p a', 'table b | c'],
    ['a\n:::b', 'p a', 'group [] .b'],
    ['a\n![p](q.png)\nb', 'p a', 'figure q.png “p”', 'p b'],
    ['[a]: b'],
    ['*[a]: b'],
    ['{:a: .b}'],
    ['a\n#b', 'p a\n#b'],
    ['a\n-b', 'p a\n-b'],
    ['a\n!b', 'p a\n!b'],
    ['a\n? b', 'p a\n? b'],
    ['   a\n  b', 'p a\nb'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });

  it.each<[string, ...string[]]>([
    ['a\n:::b', '2 open-division: This division is never closed.'],
    ['a\n![p](q.png)\nb', '2 missing-image: The picture q.png is not there.'],
  ])('says what is wrong: %j', (page, ...said) => {
    expect(warnings(page)).toEqual(said);
  });

  it('says nothing of what is right', () => {
    expect(
      ['a\nb', 'a\n\nb', 'a\n# b', 'a\n> b', 'a\n```\nb\n```', 'a\n~~~\nb\n~~~'].flatMap((page) =>
        warnings(page),
      ),
    ).toEqual([]);
  });
});
