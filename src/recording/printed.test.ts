import { describe, expect, it } from 'vitest';
import { joinOutput, printedText, showPrinted } from './printed.ts';

const COMMAND = { interactive: false, inside: null };
const PROGRAM = { interactive: true, inside: null };
const TYPED_INSIDE = { interactive: false, inside: 'opener' };

describe('what a step printed', () => {
  it('is plain text, bars of progress at their last state', () => {
    expect(printedText('\x1b[32mok\x1b[0m\r\n 10%\r100%\r\n', COMMAND)).toBe('ok\n100%');
  });

  it.each([PROGRAM, TYPED_INSIDE])('ends before the prompt of a program that waits', (step) => {
    expect(printedText('hola\r\nroot@3f2a:/# ', step)).toBe('hola');
  });

  it('keeps the last line of a command that merely looks like a prompt', () => {
    expect(printedText('used\r\n80% ', COMMAND)).toBe('used\n80%');
  });

  it('is cut after a whole line, and the cut is marked', () => {
    const shown = showPrinted('0123456789\r\n'.repeat(2_000), COMMAND).split('\n');
    expect(shown.at(-1)).toBe('…');
    expect(new Set(shown.slice(0, -1))).toEqual(new Set(['0123456789']));
    expect(shown.length).toBeGreaterThan(700);
    expect(shown.length).toBeLessThan(800);
  });

  it('is cut within a line that has no end', () => {
    expect(showPrinted('x'.repeat(100_000), COMMAND).length).toBeLessThan(10_000);
  });
});

it('joins what was printed, not marks and statuses', () => {
  expect(
    joinOutput([
      { at: 0, code: 'o', data: 'a' },
      { at: 1, code: 'm', data: '…' },
      { at: 2, code: 'o', data: 'b' },
      { at: 3, code: 'x', data: '0' },
    ]),
  ).toBe('ab');
});
