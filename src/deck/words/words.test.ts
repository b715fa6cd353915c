import { expect, test } from 'vitest';
import { sayDay, sayDuration, wordsFor } from './words.ts';

test.each([
  [7, 'es', '7 ms'],
  [420, 'es', '0,4 s'],
  [420, 'en', '0.4 s'],
  [12_400, 'es', '12 s'],
  [65_000, 'es', '1 min 5 s'],
])('says %i ms in %s as %s', (milliseconds, lang, said) => {
  expect(sayDuration(milliseconds, lang)).toBe(said);
});

test('says a day, and nothing for what is none', () => {
  expect(sayDay('2026-11-12T12:00:00Z', 'es')).toBe('12 nov 2026');
  expect(sayDay('soon', 'es')).toBe('');
});

test('speaks Spanish to pages in Spanish and English to all others', () => {
  expect(wordsFor('es-MX').run).toBe('Ejecutar');
  expect(wordsFor('pt').run).toBe('Run');
});
