import { describe, expect, it } from 'vitest';
import { sketch, warnings } from '../sketch.fixture.ts';

describe('an HTML comment', () => {
  it.each<[string, ...string[]]>([
    ['<!-- a -->'],
    ['<!-- notes: a -->', 'hidden notes [p a]'],
    ['<!-- notas:\na\n\n- b\n-->', 'hidden notes [p a + ul [p b]]'],
    ['<!-- note : a --> b', 'hidden notes [p a]', 'p b'],
    ['<!-- a\nb\n--> c', 'p c'],
    ['<!-- a', 'p a'],
    ['<!--\na', 'p a'],
    ['<!-->a', 'p a'],
    ['<!--->a', 'p a'],
    ['    <!-- a -->', 'code "<!-- a -->"'],
    ['a\n<!-- b -->\nc', 'p a', 'p c'],
    ['<!-- Speaker notes: a -->', 'hidden notes [p a]'],
    ['<!-- footnotes: a -->'],
    ['   <!-- a -->b', 'p b'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });

  it.each<[string, ...string[]]>([
    ['<!-- a', '1 open-comment: This comment is never closed.'],
    ['<!--\na', '1 open-comment: This comment is never closed.'],
  ])('says what is wrong: %j', (page, ...said) => {
    expect(warnings(page)).toEqual(said);
  });

  it('says nothing of what is right', () => {
    expect(
      [
        '<!-- a -->',
        '<!-- notes: a -->',
        '<!-- notas:\na\n\n- b\n-->',
        '<!-- note : a --> b',
        '<!-- a\nb\n--> c',
        '<!-->a',
      ].flatMap((page) => warnings(page)),
    ).toEqual([]);
  });
});
