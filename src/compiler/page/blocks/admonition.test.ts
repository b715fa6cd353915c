import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('an aside of MkDocs’', () => {
  it.each<[string, ...string[]]>([
    ['!!! note\n    words', 'note “” [p words] .note'],
    ['!!! tip "Consejo"\n    words', 'tip “Consejo” [p words] .tip'],
    ['!!! unknown\n    words', 'note “” [p words] .unknown'],
    ['!!! danger inline end "T"\n    words', 'caution “T” [p words] .danger'],
    ['!!! note inline "T"\n    words', 'note “T” [p words] .note'],
    ['!!! note two words\n    x', 'note “two words” [p x] .note'],
    ['??? note\n    words', 'details “note” [p words] .note'],
    ['???+ note "Open"\n    words', 'details open “Open” [p words] .note'],
    ['??? note "Shut"\n    a\n\n    b\n\nc', 'details “Shut” [p a + p b] .note', 'p c'],
    ['=== "Tab"\n    a\n=== "Other"\n    b', 'group [p Tab + p a] .tab', 'group [p Other + p b] .tab'],
    ['===! "Tab"\n    a', 'group [p Tab + p a] .tab'],
    ['===+ "Tab"\n    a', 'group [p Tab + p a] .tab'],
    ['!!! note\n  two columns', 'note “” [p two columns] .note'],
    ['!!! note\n one column', 'note “” [] .note', 'p one column'],
    ['!!! note', 'note “” [] .note'],
    ['!!! 1st\n    x', 'p !!! 1st\nx'],
    ['!!!note\n    x', 'note “” [p x] .note'],
    ['    !!! note\n        x', 'code "!!! note\\n    x"'],
    ['=== Tab\n    a', 'p === Tab\na'],
    ['!!! note "\'q\'"\n    x', "note “'q'” [p x] .note"],
    ['!!! Warning\n    x', 'warning “” [p x] .warning'],
    ["!!! note 'T'\n\n    x\n\n    y\n z", 'note “T” [p x + p y] .note', 'p z'],
    ['   !!! note\n       x', 'note “” [p x] .note'],
    ['!!! note "a\'\n    x', 'note “"a\'” [p x] .note'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
