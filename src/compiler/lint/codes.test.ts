import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../model.ts';
import { type LintCodeName, lintCodes, makeDiagnostic, severities } from './codes.ts';
import { elsewhere, examples } from './examples.fixture.ts';
import { lintPage } from './lint.fixture.ts';
import { weigh } from './lint.ts';

const root = join(import.meta.dirname, '../../..');

it('has a page for each code that shows when it is given, or a test elsewhere that does', () => {
  expect(Object.keys({ ...examples, ...elsewhere }).sort()).toEqual([...severities.keys()].sort());
});

describe('a page for each code', () => {
  it.each(Object.keys(examples))('%s', (code) => {
    const found = weigh([findExample(code)!], new Map());
    expect(found).toMatchObject([{ code, severity: severities.get(code) }]);
  });
});

it.each(Object.entries(elsewhere))('%s is seen by the test that is said to see it', (code, { test }) => {
  expect(readFileSync(join(root, test), 'utf8')).toContain(code);
});

it('gives no page another code than the table has', () => {
  const given = Object.values(examples).flatMap(({ text, files }) => lintPage(text, files));
  expect(given.filter(({ code }) => !severities.has(code))).toEqual([]);
});

it('names places and words, and is as bad as the table says', () => {
  expect(makeDiagnostic('broken-link', { line: 3, column: 5 }, 'gone.md')).toEqual({
    ...{ line: 3, column: 5, code: 'broken-link', severity: 'error' },
    message: 'The link leads to gone.md, which is not there.',
    hint: 'Mend the path, or put the file there.',
  });
});

it('is told to teachers in docs/lint-codes.md (vitest -u writes it anew)', async () => {
  await expect(renderList()).toMatchFileSnapshot(join(root, 'docs/lint-codes.md'));
});

function findExample(code: string): Diagnostic | undefined {
  const { text, files } = examples[code]!;
  return lintPage(text, files).find((found) => found.code === code);
}

function renderList(): string {
  return [
    '# What `capas lint` finds',
    '',
    'Every code, with what it says of a small page that has it and what to do. Made from the codes and from those pages: `src/compiler/lint/`.',
    'An error is what will not work in class, a warning what may not. `--rule code=off|warn|error` says otherwise for a code. A page that can’t be read is `unreadable-page`, always an error.',
    '',
    ...section('Errors', 'error'),
    ...section('Warnings', 'warning'),
  ].join('\n');
}

function section(title: string, severity: Diagnostic['severity']): string[] {
  const codes = [...severities].filter(([, usual]) => usual === severity).map(([code]) => code);
  const rows = codes.sort().map((code) => {
    const { message, hint } = elsewhere[code] ?? findExample(code)!;
    return `| \`${code}\` | ${cell(message)} | ${cell(hint)} |`;
  });
  return [`## ${title}`, '', '| code | says, for example | what to do |', '| --- | --- | --- |', ...rows, ''];
}

/** As Markdown shows it letter for letter. */
function cell(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[|[]/g, '\\$&')
    .replaceAll('<', '&lt;');
}

it.each(Object.keys(lintCodes) as LintCodeName[])('%s says what to do', (code) => {
  expect(lintCodes[code].hint).toMatch(/\.$|\)$/);
});

describe('a code', () => {
  it.each([...severities.keys()])('%s is a name that other tools can rely on', (code) => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z\d]+)*$/);
    expect(['warning', 'error', 'off']).toContain(severities.get(code));
  });

  it('that nobody knows keeps the severity that it came with', () => {
    const found = { line: 1, column: 1, code: 'x', severity: 'error', message: 'm', hint: '' } as const;
    expect(weigh([found], new Map())).toEqual([found]);
    expect(weigh([found], new Map([['x', 'off']]))).toEqual([]);
  });
});
