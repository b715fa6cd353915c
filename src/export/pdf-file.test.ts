import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkPdf, writePdf } from './pdf-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-pdf-file-'));
  file = join(folder, 'deep', 'lesson.pdf');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As Chromium begins a file, and as Capas does. */
const begin = (second: number[]) => Buffer.from([...Buffer.from('%PDF-1.4\n%'), ...second]);
const rest = Buffer.from('\n1 0 obj\nwords');
const printed = Buffer.concat([begin([0xd3, 0xeb, 0xe9, 0xe1]), rest]);
const signed = Buffer.concat([begin([0xc3, 0xe1, 0xf0, 0xe1]), rest]);

it('is written again where Capas printed it, and differs from what was printed in its sign only', () => {
  writePdf(file, printed, false);
  writePdf(file, printed, false);
  expect(readFileSync(file).equals(signed)).toBe(true);
});

it.each([
  ['what a browser printed', printed],
  ['text', Buffer.from('mine\nwords\n')],
  ['nothing', Buffer.alloc(0)],
])('takes the place of %s only by name', (_, mine) => {
  const other = join(folder, 'thesis.pdf');
  writeFileSync(other, mine);
  expect(() => checkPdf(other, false)).toThrow(/thesis\.pdf: not printed by capas.* Move it/);
  expect(() => writePdf(other, printed, false)).toThrow(/not printed by capas/);
  expect(readFileSync(other).equals(mine)).toBe(true);
  writePdf(other, printed, true);
  expect(readFileSync(other).equals(signed)).toBe(true);
});

it('a PDF with no such sign is written as it is', () => {
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj\n');
  writePdf(file, bytes, true);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});
