import { expect, it } from 'vitest';
import { judgeOutput } from './judge-output.ts';

const step = { output: 'hola', match: 'lines' as const, interactive: false, inside: null };

it('tells same from different, with the first difference', () => {
  expect(judgeOutput(step, 'hola\r\n')).toEqual({ output: 'same', difference: '' });
  expect(judgeOutput(step, 'adiós\r\n')).toMatchObject({ output: 'differs' });
  expect(judgeOutput(step, 'adiós\r\n').difference).toContain('adiós');
});

it('calls new what the author wrote nothing about', () => {
  expect(judgeOutput({ ...step, output: '' }, 'hola\r\n').output).toBe('new');
  expect(judgeOutput({ ...step, output: '' }, '\x1b[0m').output).toBe('same');
});

it('leaves the prompt of a program that waits out', () => {
  const opens = { ...step, output: '', interactive: true };
  expect(judgeOutput(opens, '\x1b[?2004hroot@a2d1ce6990d8:/# ').output).toBe('same');
  const inside = { ...step, output: 'file.txt', inside: 'opener' };
  expect(judgeOutput(inside, 'file.txt\r\nroot@a2d1ce6990d8:/# ').output).toBe('same');
  expect(judgeOutput(inside, 'other.txt\r\nroot@a2d1ce6990d8:/# ').output).toBe('differs');
});
