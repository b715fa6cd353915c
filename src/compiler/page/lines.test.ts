import { describe, expect, it } from 'vitest';
import { dedent, indentOf, isBlank, outdent, readLines } from './lines.ts';

const texts = (text: string) => readLines(text).map((line) => line.text);

describe('the lines of a file', () => {
  it.each([
    ['without a byte order mark', '\uFEFF# T', ['# T']],
    ['but one further on stays', 'a\uFEFF', ['a\uFEFF']],
    ['with a sign for each null character', 'a\0b\0', ['a\uFFFDb\uFFFD']],
    ['whatever ends them', 'a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['empty ones too', 'a\n\r\n\rb\n', ['a', '', '', 'b', '']],
    ['one of nothing', '', ['']],
  ])('%s', (_, text, lines) => {
    expect(texts(text)).toEqual(lines);
  });

  it('are numbered from 1', () => {
    expect(readLines('a\r\nb').map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('an indent', () => {
  it.each([
    ['a', 0],
    ['  a', 2],
    ['\ta', 4],
    [' \ta', 4],
    ['   \ta', 4],
    ['\t a', 5],
    ['\t\ta', 8],
    ['   ', 3],
    ['', 0],
    ['\u00a0a', 0],
  ])('%j is %d columns', (text, columns) => {
    expect(indentOf(text)).toBe(columns);
  });

  it.each([
    ['    a', 2, '  a'],
    ['  a', 4, 'a'],
    ['\ta', 2, '  a'],
    ['\ta', 4, 'a'],
    ['\t\ta', 6, '  a'],
    ['  a  ', 2, 'a  '],
    ['a', 2, 'a'],
    ['   ', 2, ' '],
    ['a', 0, 'a'],
  ])('%j less %d columns is %j', (text, columns, left) => {
    expect(outdent({ text, number: 7 }, columns)).toEqual({ text: left, number: 7 });
  });
});

describe('a blank line', () => {
  it.each([
    ['', true],
    [' \t', true],
    ['a', false],
    ['\u200b', false],
  ])('%j: %s', (text, blank) => {
    expect(isBlank({ text, number: 1 })).toBe(blank);
  });

  it('is also the one behind the last', () => {
    expect(isBlank(undefined)).toBe(true);
  });
});

describe('lines as one text', () => {
  it.each([
    ['a\nb', 'a\nb', 1],
    ['  a\n    b', 'a\n  b', 1],
    ['\n\n  a\n\n  b\n\n', 'a\n\nb', 3],
    ['  a\nb', '  a\nb', 1],
    ['\ta\n    b', 'a\nb', 1],
    ['  a\n\n  b', 'a\n\nb', 1],
    ['\n ', '', 1],
  ])('%j: %j from line %d', (text, joined, first) => {
    expect(dedent(readLines(text))).toEqual({ text: joined, first });
  });

  it('of none', () => {
    expect(dedent([])).toEqual({ text: '', first: 0 });
  });
});
