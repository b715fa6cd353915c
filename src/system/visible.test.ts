import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson, makeVisible } from './visible.ts';

/** What a terminal obeys, but for line ends and tabs; and what turns the direction of text. */
const COMMANDS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe('what is printed', () => {
  it.each([
    ['\x1b]52;c;cm0=\x07', '␛]52;c;cm0=␇'],
    ['a\rb\x7f', 'a␍b␡'],
    ['\x9b2J', '\\u009b2J'],
    ['abc\u202edef', 'abc\\u202edef'],
    ['one\r\ntwo\n\tthree', 'one\ntwo\n\tthree'],
    ['Imágenes 日本 👩‍💻', 'Imágenes 日本 👩‍💻'],
  ])('%j stands as %j', (text, shown) => expect(makeVisible(text)).toBe(shown));

  it('commands no terminal, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !COMMANDS.test(makeVisible(text))));
  });

  it('as JSON neither, and reads back the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = formatJson({ [text]: [text] });
        expect(json).not.toMatch(COMMANDS);
        expect(JSON.parse(json)).toEqual({ [text]: [text] });
      }),
    );
    expect(formatJson(['\x7f\x9b', '\u202e'])).toBe('[\n  "\\u007f\\u009b",\n  "\\u202e"\n]');
  });
});
