import { describe, expect, it } from 'vitest';
import { sketch, warnings } from '../sketch.fixture.ts';

describe('kramdown’s extensions', () => {
  it.each<[string, ...string[]]>([
    ['{::options a="b" /}\na', 'p a'],
    ['{::comment}\na\n{:/comment}\nb', 'p b'],
    ['{::comment}\na\n{:/}\nb', 'p b'],
    ['{::comment /}\na', 'p a'],
    ['{::comment}\na', 'p a'],
    ['a {::x /} b', 'p a {::x /} b'],
    ['    {::comment}', 'code "{::comment}"'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });

  it.each<[string, ...string[]]>([['{::comment}\na', '1 open-comment: This comment is never closed.']])(
    'says what is wrong: %j',
    (page, ...said) => {
      expect(warnings(page)).toEqual(said);
    },
  );

  it('says nothing of what is right', () => {
    expect(
      [
        '{::options a="b" /}\na',
        '{::comment}\na\n{:/comment}\nb',
        '{::comment}\na\n{:/}\nb',
        '{::comment /}\na',
        'a {::x /} b',
        '    {::comment}',
      ].flatMap((page) => warnings(page)),
    ).toEqual([]);
  });
});
