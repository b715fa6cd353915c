import { describe, expect, it } from 'vitest';
import { renderPlainText } from './plain-text.ts';

describe('a screen shows in the end', () => {
  it.each([
    ['nothing for nothing', '', ''],
    ['what was printed', 'a\r\nb', 'a\nb'],
    ['no blanks at the ends of lines, no blank lines at the end', 'a  \r\n\r\n b\r\n\r\n', 'a\n\n b'],
    ['what was written over, and the rest of what stood there', 'abc\rX', 'Xbc'],
    ['a new line where the cursor is, as raw programs leave it', 'ab\nc', 'ab\n  c'],
    [
      'tabs up to the next eighth column',
      'a\tb\r\n12345678\tc\r\n\td',
      'a       b\n12345678        c\n        d',
    ],
    ['no more backspaces than there are letters', 'a\b\b\bb', 'b'],
    ['no bells and other controls', 'a\x07\x00\x0bb\x7f', 'ab'],
    ['characters of any length', 'ñ漢😀\b!', 'ñ漢!'],
  ])('%s', (_, output, text) => {
    expect(renderPlainText(output)).toBe(text);
  });
});

describe('the cursor moves', () => {
  it.each([
    ['up', 'a\r\nb\x1b[AX', 'aX\nb'],
    ['up by as many as are named', 'a\r\nb\r\nc\x1b[2AX', 'aX\nb\nc'],
    ['up to the first line', 'a\r\nb\x1b[9AX', 'aX\nb'],
    ['down', 'a\r\nb\x1b[A\x1b[BX', 'a\nbX'],
    ['down to the last line', 'a\r\nb\x1b[A\x1b[9BX', 'a\nbX'],
    ['right', 'a\x1b[CX', 'a X'],
    ['right by as many as are named', 'a\x1b[3CX', 'a   X'],
    ['left', 'abc\x1b[DX', 'abX'],
    ['left by as many as are named', 'abc\x1b[2DX', 'aXc'],
    ['left to the first column', 'abc\x1b[9DX', 'Xbc'],
    ['to a column, from one', 'abc\x1b[2GX', 'aXc'],
    ['to the first column', 'abc\x1b[GX\x1b[0GY', 'Ybc'],
    ['nowhere for other sequences', 'ab\x1b[5n\x1b[1;2r\x1b[?25lX', 'abX'],
  ])('%s', (_, output, text) => {
    expect(renderPlainText(output)).toBe(text);
  });

  it('no further than a thousand columns', () => {
    expect(renderPlainText('\x1b[2000CX')).toBe(`${' '.repeat(1_000)}X`);
    expect(renderPlainText('\x1b[900C\x1b[900CX')).toBe(`${' '.repeat(1_000)}X`);
  });
});

describe('is erased', () => {
  it.each([
    ['the line after the cursor', 'abcd\x1b[2D\x1b[K', 'ab'],
    ['the same, said otherwise', 'abcd\x1b[2D\x1b[0K', 'ab'],
    ['nothing after the end', 'ab\x1b[3C\x1b[KX', 'ab   X'],
    ['the line up to the cursor, and what it stands on', 'abcd\x1b[2D\x1b[1K', '   d'],
    ['the line up to its end at most', 'ab\x1b[1KX', '  X'],
    ['the whole line, with the cursor where it was', 'abcd\x1b[2KX', '    X'],
    ['what follows, of the line and the lines below', 'ab\r\ncd\r\nef\x1b[A\x1b[D\x1b[J', 'ab\nc'],
    ['the screen', 'ab\r\ncd\x1b[2JX', '  X'],
    ['the screen and what was above it', 'ab\r\ncd\x1b[3J', ''],
    ['nothing of what came before, where only that is asked for', 'ab\r\ncd\x1b[1J', 'ab\ncd'],
  ])('%s', (_, output, text) => {
    expect(renderPlainText(output)).toBe(text);
  });
});

describe('is not shown', () => {
  it.each([
    ['a title', 'a\x1b]0;title\x07b', 'ab'],
    ['a title that ends otherwise', 'a\x1b]0;title\x1b\\b', 'ab'],
    ['a device’s string', 'a\x1bPq#0\x1b\\b\x1bXs\x1b\\\x1b^p\x1b\\\x1b_k\x1b\\', 'ab'],
    ['a colour of several parts', '\x1b[38;5;196mred\x1b[0m', 'red'],
    ['a mode of a terminal', '\x1b[?2004h\x1b[>1u\x1b[=1c\x1b[<ua', 'a'],
    ['a sequence with something between', '\x1b[1 qa', 'a'],
    ['a short escape', '\x1b(B\x1b=\x1b7a\x1bM', 'a'],
  ])('%s', (_, output, text) => {
    expect(renderPlainText(output)).toBe(text);
  });
});
