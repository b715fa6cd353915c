import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { loadCourse } from '../../../src/course/course.ts';
import { launchBrowser } from '../../../src/export/browser.ts';
import { prerenderDiagrams } from '../../../src/export/prerender.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-diagrams-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fence = (...lines: string[]) => ['```mermaid', ...lines, '```', ''].join('\n');

function writePage(...sources: string[][]) {
  writeFileSync(
    join(folder, 'page.md'),
    `# Page\n\n## Part\n\n${sources.map((one) => fence(...one)).join('\n')}`,
  );
  return loadCourse(folder).lessons;
}
const pictures = () => readdirSync(join(folder, 'diagrams')).sort();

it('draws what is missing and leaves what is there', async () => {
  const lessons = writePage(['flowchart LR', ' A --> B'], ['flowchart LR', ' C --> D']);
  expect(await prerenderDiagrams(lessons, { browser })).toMatchObject({ drawn: 2, kept: 0 });
  const before = pictures().map((name) => statSync(join(folder, 'diagrams', name)).mtimeMs);
  expect(await prerenderDiagrams(lessons, { browser })).toMatchObject({ drawn: 0, kept: 2 });
  expect(pictures().map((name) => statSync(join(folder, 'diagrams', name)).mtimeMs)).toEqual(before);
});

it('removes pictures that no page has any more only when asked, and never somebody else’s', async () => {
  await prerenderDiagrams(writePage(['flowchart LR', ' A --> B']), { browser });
  writeFileSync(join(folder, 'diagrams', 'photo.svg'), '<svg/>');
  const lessons = writePage(['flowchart LR', ' E --> F']);
  const { obsolete } = await prerenderDiagrams(lessons, { browser });
  expect(obsolete).toHaveLength(1);
  expect(pictures()).toHaveLength(3);
  await prerenderDiagrams(lessons, { browser, prune: true });
  expect(pictures()).toEqual([`${lessons[0]!.lesson.diagrams[0]!.id}.svg`, 'photo.svg']);
});

it('says at which line of the page a diagram is wrong, and draws the others', async () => {
  const lessons = writePage(['flowchart LR', ' A --> B'], ['flowchart LR', ' A --> B', ' B --> [', ' C']);
  const result = await prerenderDiagrams(lessons, { browser });
  expect(result.drawn).toBe(1);
  expect(result.diagnostics).toEqual([
    expect.objectContaining({
      line: 13,
      code: 'diagram-syntax',
      message: expect.stringContaining('Parse error'),
    }),
  ]);
});
