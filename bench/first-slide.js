import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { serveFolder } from './serve.js';

/**
 * What the shipped lesson's deck loads before its first slide shows, and what its diagrams cost: they are
 * all drawn before, so that Mermaid must not come.
 * @param {typeof import('./parts.js')} capas
 * @returns {Promise<import('./figures.js').Figure[]>}
 */
export async function bench({ launchBrowser, loadCourse, makeSite, writeSite }) {
  const folder = mkdtempSync(join(tmpdir(), 'capas-bench-'));
  const course = loadCourse('slides');
  writeSite(folder, 'site', await makeSite(course));
  const server = await serveFolder(folder);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  /** @type {string[]} */
  const scripts = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(new URL(response.url()).pathname);
  });
  await page.goto(`${server.address}${course.lessons[0]?.slug}/`, { waitUntil: 'commit' });
  await page.locator('section.slide.present').waitFor();
  const shown = await page.evaluate(() => performance.now());
  const first = [...scripts];
  for (let slide = 1; slide < (course.lessons[0]?.lesson.slides.length ?? 0); slide++)
    await page.keyboard.press('ArrowRight');
  await page.waitForLoadState('networkidle');
  await browser.close();
  server.close();
  const read = (/** @type {string} */ path) => readFileSync(join(folder, decodeURIComponent(path)));
  const size = (/** @type {string[]} */ paths) =>
    paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0);
  const mermaid = scripts.filter((path) => /mermaid|dagre|Diagram/.test(path));
  const figures = [
    {
      what: 'JavaScript before the first slide, gzipped',
      value: size(first) / 1024,
      unit: 'KB',
      most: 60,
      note: `${first.length} files`,
    },
    { what: 'Time to the first slide, cold', value: shown, unit: 'ms' },
    {
      what: 'Mermaid loaded by a deck whose diagrams are drawn',
      value: size(mermaid),
      unit: 'bytes',
      most: 0,
    },
  ];
  rmSync(folder, { recursive: true });
  return figures;
}
