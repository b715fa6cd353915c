import { expect, test } from 'vitest';
import { isShownOnly, readKind } from './code-kind.ts';
import { code } from './transcript.fixture.ts';

test.each([
  ['', 'untyped'],
  ['bash', 'shell'],
  ['bash ', 'shell'],
  ['Shell-Session', 'shell'],
  ['{.bash}', 'shell'],
  ['.term1', 'shell'],
  ['bash hl_lines="3 4"', 'shell'],
  ['console no-copy-button', 'shell'],
  ['PowerShell', 'foreign'],
  ['cmd', 'foreign'],
  ['output', 'output'],
  ['plaintext hl_lines="7"', 'text'],
  ['Dockerfile', 'file'],
  ['php', 'file'],
])('the info string “%s” says %s', (info, kind) => {
  expect(readKind(code('x', info))).toBe(kind);
});

test('a class of the attribute list that says output wins over the language', () => {
  expect(readKind(code('x', 'bash', { classes: ['output'] }))).toBe('output');
  expect(readKind(code('x', '', { classes: ['language-bash'] }))).toBe('shell');
});

test.each([
  ['bash', [], false],
  ['bash', ['no-run'], true],
  ['console no-run-button', [], true],
])('%s %j is shown only: %s', (info, classes, shown) => {
  expect(isShownOnly(code('x', info, { classes }))).toBe(shown);
});
