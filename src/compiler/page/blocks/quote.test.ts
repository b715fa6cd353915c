import { describe, expect, it } from 'vitest';
import { sketch, warnings } from '../sketch.fixture.ts';

describe('a quote', () => {
  it.each<[string, ...string[]]>([
    ['> a', 'quote [p a]'],
    ['> a\n> b', 'quote [p a\nb]'],
    ['> a\nlazy', 'quote [p a\nlazy]'],
    ['> a\n\nb', 'quote [p a]', 'p b'],
    ['>a', 'quote [p a]'],
    ['   > a', 'quote [p a]'],
    ['    > a', 'code "> a"'],
    ['> - a\n> - b', 'quote [ul [p a | p b]]'],
    ['> a\n# b', 'quote [p a]', '# b'],
    ['> a\n- b', 'quote [p a]', 'ul [p b]'],
    ['> # a\nb', 'quote [# a]', 'p b'],
    ['> ```\n> a\nb', 'quote [fence "a"]', 'p b'],
    ['> > a\n> b', 'quote [quote [p a\nb]]'],
    ['>\n> a', 'quote [p a]'],
    ['> a\n>\nb', 'quote [p a]', 'p b'],
    ['> | a |\nb', 'quote [p | a |]', 'p b'],
    ['> a\n> {: .x}\nb', 'quote [p a .x]', 'p b'],
    ['> a\n{: .x}', 'quote [p a] .x'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });

  it.each<[string, ...string[]]>([['> ```\n> a\nb', '1 open-fence: This code block is never closed.']])(
    'says what is wrong: %j',
    (page, ...said) => {
      expect(warnings(page)).toEqual(said);
    },
  );

  it('says nothing of what is right', () => {
    expect(
      ['> a', '> a\n> b', '> a\nlazy', '> a\n\nb', '>a', '   > a'].flatMap((page) => warnings(page)),
    ).toEqual([]);
  });
});
