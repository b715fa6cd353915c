import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('a table', () => {
  it.each<[string, ...string[]]>([
    ['| a | b |\n|---|---|\n| c | d |', 'table a | b / c | d'],
    ['a | b\n--|--\nc | d', 'table a | b / c | d'],
    ['| a |\n|---|', 'table a'],
    ['| a | b |\n|---|', 'table  / a | b'],
    ['| a | b |\n| c | d |', 'table  / a | b / c | d'],
    ['| a | b |', 'p | a | b |'],
    ['|---|---|\n| a | b |', 'table  / a | b'],
    ['| `a|b` | c |\n|---|---|', 'table a|b | c'],
    ['| a \\| b | c |\n|---|---|', 'table a | b | c'],
    ['| a | b |\n|---|---|\n| c |\nd\n\ne', 'table a | b / c / d', 'p e'],
    ['| a | b |\n|---|---|\n# c', 'table a | b', '# c'],
    ['| a | b |\n|---|---|\n| c | d |\n|===|===|\n| e | f |', 'table a | b / c | d / e | f'],
    ['    | a | b |\n    |---|---|', 'code "| a | b |\\n|---|---|"'],
    ['| a | b |\n| c | d |\ne', 'table  / a | b / c | d', 'p e'],
    ['| a |  |\n|---|---|\n| | b |', 'table a |  /  | b'],
    ['a\n---|---', 'p a\n---|---'],
    ['| `a | b` |\n|---|', 'table a | b'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
