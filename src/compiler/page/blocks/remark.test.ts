import { describe, expect, it } from 'vitest';
import { sketch, warnings } from '../sketch.fixture.ts';

describe('a page for remark', () => {
  it.each<[string, ...string[]]>([
    ['class: a, b\n\n# T', '# T .a .b'],
    ['class: a\nname: n\n# T', '# T .a name=n'],
    ['class: x\n\n# T\n\nname: n', '# T .x', 'p name: n'],
    ['class: x\n\n# A\n\n---\nname: n\n# B', '# A .x', 'break', '# B name=n'],
    ['class: x\n\n# A\n\n???\nn\n\n---\n# B', '# A .x', 'notes [p n]', 'break', '# B'],
    ['class: x\n\na\n\n--\n\nb', 'p a .x', 'p b'],
    ['class: x\n\n# A\n--\n\nlayout: true\n# B', '# A .x', '# B layout=true'],
    ['class: x\n\n.a[b]', 'group [p b] .a .x'],
    ['class: x\n\n.a.b[\nc\n\nd\n]', 'group [p c + p d] .a .b .x'],
    ['class: x\n\n.note[\nb\n]', 'note “” [p b] .note .x'],
    ['class: x\n\n.a[b] c', 'p b c .x'],
    ['class: x\n\n.a[\nb', 'p b .x'],
    ['class: x\n\n.a[\nb\n\n---\nc', 'p b .x', 'break', 'p c'],
    ['class: x\n\n.a[\n[b]\n]', 'group [p [b]] .a .x'],
    ['class: x\n\n.a[\n`]`\n]', 'group [p ]] .a .x'],
    ['class: x\n\n.a[\n```\n]\n```\n]', 'group [fence "]"] .a .x'],
    ['class: x\n\n.a[\n[b\n]\n', 'group [p [b] .a .x'],
    ['class: x\n\n.challenge[\nb\n]', 'group [p b] .challenge .x'],
    ['class: x\n\n???\n```\n---\n```\n---\n# B', 'notes [fence "---"] .x', 'break', '# B'],
    ['a\n\n???\n\nb', 'p a', 'notes [p b]'],
    ['a .x[b]\n\n.x[c]', 'p a b', 'group [p c] .x'],
    ['a\nclass: x', 'p a\nclass: x'],
    ['a\n\n--\n\nb', 'p a', 'p --', 'p b'],
    ['a: b\n\n???b', 'p a: b', 'details “b” [] .b'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });

  it.each<[string, ...string[]]>([
    ['class: x\n\n.a[\nb', '3 open-division: .a[ is never closed.'],
    ['class: x\n\n.a[\nb\n\n---\nc', '3 open-division: .a[ is never closed.'],
  ])('says what is wrong: %j', (page, ...said) => {
    expect(warnings(page)).toEqual(said);
  });

  it('says nothing of what is right', () => {
    expect(
      [
        'class: a, b\n\n# T',
        'class: a\nname: n\n# T',
        'class: x\n\n# T\n\nname: n',
        'class: x\n\n# A\n\n---\nname: n\n# B',
        'class: x\n\n# A\n\n???\nn\n\n---\n# B',
        'class: x\n\na\n\n--\n\nb',
      ].flatMap((page) => warnings(page)),
    ).toEqual([]);
  });
});
