import { describe, expect, it } from 'vitest';
import { compareOutputs } from './compare.ts';
import { withoutPrompt } from './printed.ts';

const LAYER = '6a5697faee43: Pull complete';

describe('two outputs are the same', () => {
  it.each([
    ['with blank lines around them', 'exact', '\n\na\n\n\n', 'a'],
    ['with a line end more', 'exact', 'a\n', 'a'],
    ['with line ends of another kind', 'exact', 'a\r\nb\r\r\nc', 'a\r\nb\r\nc'],
    ['with layers one after another', 'lines', `${LAYER}\n${LAYER}\nend`, `${LAYER}\nend`],
    ['with an elision that is indented', 'lines', 'a\n   ...  \nd', 'a\nb\nc\nd'],
    ['with two elisions in a row', 'lines', 'a\n...\n…\nd', 'a\nb\nd'],
    ['with an elision of nothing', 'lines', 'a\n...\nb', 'a\nb'],
    ['with an elision of many dots', 'lines', 'a\n.....\nc', 'a\nb\nc'],
    ['with a word for an elision', 'lines', 'a\n[snip]\n( ... )\n[...snip...]\nd', 'a\nb\nc\nd'],
  ] as const)('%s (%s)', (_, match, wanted, found) => {
    expect(compareOutputs(wanted, found, match)).toEqual({ same: true, difference: '' });
  });
});

describe('two outputs differ', () => {
  it.each([
    ['where a blank line is too many', 'exact', 'a\nb', 'a\n\nb', 'not printed: “b”'],
    ['where a blank line is missing', 'exact', 'a\n\nb', 'a\nb', 'not on the page: “b”'],
    ['where the end is missing', 'exact', 'a\nb', 'a', 'not printed: “b”'],
    ['where there is more at the end', 'exact', 'a', 'a\nb', 'not on the page: “b”'],
    ['where the layers are missing', 'lines', `a\n${LAYER}`, 'a', `not printed: “${LAYER}”`],
    ['after the layers', 'lines', `${LAYER}\nend`, `${LAYER}\nother`, '“end” on the page, “other” printed'],
    ['where an elision stands in a text', 'lines', 'a\nx ... y\nd', 'a\nb\nd', '“x ... y” on the page'],
    ['after the last elision', 'lines', '...\nb', 'a\nc', '“b” on the page, “c” printed'],
    ['in order', 'lines', '...\nb\n...\na\n...', 'a\nb', 'nowhere after that: “a”'],
  ] as const)('%s (%s)', (_, match, wanted, found, difference) => {
    const result = compareOutputs(wanted, found, match);
    expect(result.same).toBe(false);
    expect(result.difference).toContain(difference);
  });
});

it.each([
  ['one\nroot# ', 'one'],
  ['one\nroot#\n\n', 'one'],
  ['one\ntwo', 'one\ntwo'],
  ['root# ', ''],
])('%j without its prompt is %j', (text, rest) => {
  expect(withoutPrompt(text)).toBe(rest);
});
