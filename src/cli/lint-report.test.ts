import { describe, expect, it } from 'vitest';
import { formatDiagnostic, pointAt } from './lint-report.ts';

describe('pointAt', () => {
  it.each([
    ['plain text', 7, '      ^'],
    ['\ttab', 2, '\t^'],
    ['漢字 x', 4, '     ^'],
    ['e\u0301 x', 4, '  ^'],
    ['🐳 x', 4, '   ^'],
  ])('stands right in %j, column %d', (text, column, caret) => {
    expect(pointAt(text, column)).toEqual([text, caret]);
  });

  it('shows the part of a long line that matters', () => {
    const [text, caret] = pointAt(`${'a'.repeat(500)}!${'b'.repeat(500)}`, 501);
    expect(text.length).toBeLessThanOrEqual(120);
    expect(text[caret.indexOf('^')]).toBe('!');
  });
});

describe('formatDiagnostic', () => {
  const diagnostic = {
    path: 'a.md',
    line: 3,
    column: 1,
    code: 'x',
    severity: 'error',
    message: 'M.',
    hint: 'H.',
  } as const;
  it('leaves out an empty line and an empty hint', () => {
    expect(formatDiagnostic({ ...diagnostic, hint: '' }, ' ')).toBe('a.md:3:1: error: x: M.');
    expect(formatDiagnostic(diagnostic, 'text')).toBe('a.md:3:1: error: x: M.\n  text\n  ^\n  H.');
  });
});
