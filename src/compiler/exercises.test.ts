import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { compilePage } from './slides/slides.fixture.ts';

const find = (text: string) =>
  compile({ path: 'p.md', text }, { picture: () => null, read: () => null, exists: () => false }).exercises;

const kindsOf = (...lines: string[]) =>
  compilePage(lines.join('\n')).slides.map(({ title, kind }) => `${title}: ${kind}`);

describe('what a class is asked to do', () => {
  it.each([
    ['the items of a numbered list under a heading that says so', '## Exercises\n\n1. a\n2. b', ['a', 'b']],
    ['not of a bulleted one beside it', '## Exercises\n\n- x\n\n1. a', ['a']],
    ['of a bulleted one where there is no other', '## Exercises\n\n- a\n- b', ['a', 'b']],
    ['whatever stands under the next part', '## Exercises\n\n- a\n\n## More\n\n1. x', ['a']],
    [
      'of lists under the headings below it',
      '## Exercises\n\n### One\n\n1. a\n\n### Two\n\n2. b',
      ['a', 'b'],
    ],
    ['nothing under another heading', '## Images\n\n1. x', []],
    ['nothing before the heading', '1. x\n\n## Exercises', []],
    ['with the heading in a division, too', '::: box\n## Exercises\n\n1. a\n:::', ['a']],
    ['bulleted ones in a division under it', '## Exercises\n\n::: box\n- a\n:::', ['a']],
    ['a challenge, wherever it stands', '::: challenge\n## T\na\n:::', ['T\na']],
    ['without its solution', '::: challenge\na\n:::: solution\nb\n::::\n:::', ['a']],
    ['no other aside', '::: note\na\n:::', []],
  ])('%s', (_, text, asked) => {
    const exercises = find(`# T\n\n${text}\n`);
    expect(exercises.map((exercise) => exercise.text)).toEqual(asked);
    expect(exercises.map(({ number }) => number)).toEqual(asked.map((_one, at) => at + 1));
  });

  it('has an id by its words, and another one where they come again', () => {
    const [one, again, other] = find('## Exercises\n\n1. a\n2. a\n3. b\n').map(({ id }) => id);
    expect(new Set([one, again, other]).size).toBe(3);
    expect(find('# Title\n\n## Exercises\n\ntext\n\n1. a\n')[0]!.id).toBe(one);
    expect(one).toMatch(/^e-[0-9a-f]{8}$/);
  });

  it('knows its line', () => {
    expect(find('# T\n\n## Exercises\n\n1. a\n2. b\n').map(({ line }) => line)).toEqual([5, 6]);
  });
});

describe('slides of exercises', () => {
  it('are those under a heading that announces them, and under what stands below it', () => {
    const page = ['# L', '', '## A', '- a', '## Ejercicios', '- b', '### More', '- c', '## B', '- d'];
    expect(kindsOf(...page)).toEqual([
      'L: title',
      'A: content',
      'Ejercicios: exercise',
      'More: exercise',
      'B: content',
    ]);
  });

  it('are not all those of a page whose title announces them', () => {
    expect(kindsOf('# Práctica 3', '', '## A', '- a', '## Ejercicios', '- b')).toEqual([
      'Práctica 3: title',
      'A: content',
      'Ejercicios: exercise',
    ]);
  });
});
