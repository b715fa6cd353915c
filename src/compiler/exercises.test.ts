import { describe, expect, it } from 'vitest';
import { compilePage } from './slides/slides.fixture.ts';

const exercisesOf = (...lines: string[]) => compilePage(lines.join('\n')).exercises.map(({ text }) => text);
const kindsOf = (...lines: string[]) =>
  compilePage(lines.join('\n')).slides.map(({ title, kind }) => `${title}: ${kind}`);

describe('exercises', () => {
  it.each([
    ['the items of a numbered list', ['# L', '## Ejercicios', '1. one', '2. two'], ['one', 'two']],
    ['of a bulleted one where there is no other', ['# L', '## Exercises', '- one', '- two'], ['one', 'two']],
    [
      'of the numbered one only where there is one',
      ['# L', '## Tareas', '- a', '', 'Text.', '', '1. one'],
      ['one'],
    ],
    ['under headings below it', ['# L', '## Ejercicios', '### First', '1. one'], ['one']],
    [
      'not under the next heading of its depth',
      ['# L', '## Ejercicios', '1. one', '## More', '1. two'],
      ['one'],
    ],
    ['nor above it', ['# L', '## More', '1. two', '## Ejercicios', '1. one'], ['one']],
    [
      'a challenge, without its solution',
      ['::: challenge', 'try', '', '::: solution', 'so', ':::', '', ':::'],
      ['try'],
    ],
  ])('are %s', (_, page, found) => {
    expect(exercisesOf(...page)).toEqual(found);
  });

  it('are numbered, and two of the same words have two ids', () => {
    const { exercises } = compilePage('# L\n## Ejercicios\n1. same\n2. same\n3. other\n');
    expect(exercises.map(({ number, line }) => [number, line])).toEqual([
      [1, 3],
      [2, 4],
      [3, 5],
    ]);
    expect(new Set(exercises.map(({ id }) => id)).size).toBe(3);
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
