import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PageWatch, watchPage } from './page-watch.ts';

let folder: string;
let page: string;
let watch: PageWatch;
let edits: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-watch-'));
  page = join(folder, 'index.md');
  mkdirSync(join(folder, 'recordings'));
  writeFileSync(page, '# One');
  edits = 0;
  watch = watchPage(page, () => {
    edits++;
  });
});
afterEach(() => {
  watch.close();
  rmSync(folder, { recursive: true });
});

describe('watchPage', () => {
  it.each([
    ['is written', () => writeFileSync(page, '# Two')],
    ['is replaced, as editors do', replacePage],
    ['is removed', () => rmSync(page)],
    ['gets a neighbour', () => writeFileSync(join(folder, 'figure.png'), '')],
    ['gets a recording', () => writeFileSync(join(folder, 'recordings', 's1.cast'), '')],
  ])('tells that the page %s', async (_, edit) => {
    edit();
    await expect.poll(() => edits, { timeout: 4000 }).toBeGreaterThan(0);
  });

  it('follows a page that was replaced further', async () => {
    replacePage();
    await expect.poll(() => edits, { timeout: 4000 }).toBeGreaterThan(0);
    const before = edits;
    writeFileSync(page, '# Three, longer');
    await expect.poll(() => edits, { timeout: 4000 }).toBeGreaterThan(before);
  });

  it('takes many writes at once for one edit', async () => {
    for (let count = 0; count < 20; count++) writeFileSync(page, `# ${count}`);
    await expect.poll(() => edits, { timeout: 4000 }).toBe(1);
  });
});

function replacePage(): void {
  const draft = join(folder, 'index.md~');
  writeFileSync(draft, '# Two');
  renameSync(draft, page);
}
