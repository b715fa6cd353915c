import { describe, expect, it } from 'vitest';
import { sketch, warnings } from '../sketch.fixture.ts';

describe('a division', () => {
  it.each<[string, ...string[]]>([
    ['::: note\na\n:::', 'note “” [p a] .note'],
    ['::: note Title\na\n:::', 'note “Title” [p a] .note'],
    [':::tip[T]\na\n:::', 'tip “T” [p a] .tip'],
    ['::: {.warning}\na\n:::', 'warning “” [p a] .warning'],
    ['::: {#i .x title="T"}\na\n:::', 'group [p T + p a] #i .x'],
    ['::: {.x} Title\na\n:::', 'group [p Title + p a] .x'],
    ['::: other\na\n:::', 'group [p a] .other'],
    ['::: other T\na\n:::', 'group [p T + p a] .other'],
    ['::: .x {#i k="v"}\na\n:::', 'group [p a] #i .x k=v'],
    ['::: instructor\na\n:::', 'notes [p a] .instructor'],
    ['::: notes T\na\n:::', 'notes [p T + p a] .notes'],
    ['::: spoiler T\na\n:::', 'details “T” [p a] .spoiler'],
    ['::: details\n## S\na\n:::', 'details “S” [p a] .details'],
    ['::: note ::::\na\n::::::::', 'note “” [p a] .note'],
    ['::: a\n::: b\nx\n:::\n:::', 'group [group [p x] .b] .a'],
    ['::: a\n```\n:::\n```\n:::', 'group [fence ":::"] .a'],
    [':::'],
    ['::: 1\na', 'p ::: 1\na'],
    ['::: note\na', 'note “” [p a] .note'],
    ['::: note\na\n\n## H', 'note “” [p a] .note', '## H'],
    ['::: note\na\n\n---\nb', 'note “” [p a] .note', 'break', 'p b'],
    ['::: note\na\n::: tip\nb\n:::', 'note “” [p a] .note', 'tip “” [p b] .tip'],
    ['    ::: note', 'code "::: note"'],
    ['a :::\nb', 'p a :::\nb'],
    ['::: challenge\n## T\na\n:::', 'challenge “T” [p a] .challenge'],
    ['::: Note\na\n:::', 'note “” [p a] .Note'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });

  it.each<[string, ...string[]]>([
    ['::: note\na', '1 open-division: This division is never closed.'],
    ['::: note\na\n\n## H', '1 open-division: This division is never closed.'],
    ['::: note\na\n\n---\nb', '1 open-division: This division is never closed.'],
    ['::: note\na\n::: tip\nb\n:::', '1 open-division: This division is never closed.'],
  ])('says what is wrong: %j', (page, ...said) => {
    expect(warnings(page)).toEqual(said);
  });

  it('says nothing of what is right', () => {
    expect(
      [
        '::: note\na\n:::',
        '::: note Title\na\n:::',
        ':::tip[T]\na\n:::',
        '::: {.warning}\na\n:::',
        '::: {#i .x title="T"}\na\n:::',
        '::: {.x} Title\na\n:::',
      ].flatMap((page) => warnings(page)),
    ).toEqual([]);
  });
});
