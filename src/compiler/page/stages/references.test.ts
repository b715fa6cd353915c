import { describe, expect, it } from 'vitest';
import { readLines } from '../lines.ts';
import { collectReferences, isDefinition } from './references.ts';

const collect = (text: string) => collectReferences(readLines(text));

describe('a link that is defined apart', () => {
  it.each([
    ['[a]: b.md', 'a', 'b.md', ''],
    ['[A  b]: <c d.md>', 'a b', 'c d.md', ''],
    ['[a]: b "T"', 'a', 'b', 'T'],
    ["[a]: b 'T'", 'a', 'b', 'T'],
    ['[a]: b (T)', 'a', 'b', 'T'],
    ['> [a]: b', 'a', 'b', ''],
    ['  [a]: b  ', 'a', 'b', ''],
    ['[a\\]]: b', 'a\\]', 'b', ''],
    ['[a]: b\n[A]: c', 'a', 'b', ''],
  ])('%j', (text, label, href, title) => {
    expect(collect(text).links[label]).toEqual({ href, title });
  });

  it.each(['[a] b', '[a]: b c', '[]: b', 'x [a]: b', '```\n[a]: b\n```', '~~~\n[a]: b', '[^a]: b'])(
    'is none: %j',
    (text) => {
      expect(Object.keys(collect(text).links)).toEqual([]);
    },
  );

  it('may stand behind a fence that closed', () => {
    expect(Object.keys(collect('````\n```\n[a]: x\n````\n[b]: y').links)).toEqual(['b']);
  });
});

describe('other things that a page defines once', () => {
  it.each([
    ['*[OCI]: Open', 'abbreviations', 'OCI', 'Open'],
    ['*[OCI]:', 'abbreviations', 'OCI', ''],
    ['{:big: .large #x}', 'attributes', 'big', '.large #x'],
  ] as const)('%j', (text, kind, name, value) => {
    expect(collect(text)[kind].get(name)).toBe(value);
  });

  it('footnotes are numbered by their definitions', () => {
    expect([...collect('[^b]: x\n\n[^a]: y\n\n[^b]: z').footnotes]).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });

  it.each([
    ['[a]: b', true],
    ['   *[a]: b', true],
    ['{:a: .b}', true],
    ['    [a]: b', false],
    ['[^a]: b', false],
    ['[a]', false],
    ['{: .a}', false],
  ])('%j leaves nothing to read: %s', (text, none) => {
    expect(isDefinition({ text, number: 1 })).toBe(none);
  });
});
