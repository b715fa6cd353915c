import { expect, test } from 'vitest';
import type { DeckStep } from '../../protocol/deck-data.ts';
import { writeScript } from './script.ts';

const step: DeckStep = {
  ...{ id: 'a', prompt: '$', command: 'echo hi', inside: null, insideName: '', output: 'hi\nyou' },
  ...{ interactive: false, exit: 0, placeholders: [], terminal: 1 },
};

function play(...parameters: Parameters<typeof writeScript>): string {
  return writeScript(...parameters)
    .map(({ data }) => data)
    .join('')
    .replace(/\x1b\[\d+m/g, '');
}

test("types the command, then prints the page's output where nothing was recorded", () => {
  expect(play(step, null, true)).toBe('$ echo hi\r\nhi\r\nyou\r\n');
});

test('prints what was recorded', () => {
  expect(play(step, [{ at: 5, code: 'o', data: 'hi!\r\n' }], true)).toBe('$ echo hi\r\nhi!\r\n');
});

test('begins a host command on a line of its own', () => {
  expect(play(step, [], false)).toBe('\r\n$ echo hi\r\n');
});

test('types into a program whose prompt stands there already', () => {
  expect(play({ ...step, inside: 'b', prompt: 'root@1:/#' }, [], false)).toBe('echo hi\r\n');
});

test('takes a second to type, however long the command is', () => {
  const events = writeScript({ ...step, command: 'x'.repeat(5000) }, [], true);
  expect(events.at(-1)!.at).toBeLessThan(2000);
});
