import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, time } from './figures.js';
import { makePage } from './pages.js';

/**
 * Printing 300 slides, the browser's start included.
 * @param {typeof import('./parts.js')} capas
 * @returns {Promise<import('./figures.js').Figure[]>}
 */
export async function bench({ launchBrowser, loadCourse, printLesson }) {
  const folder = mkdtempSync(join(tmpdir(), 'capas-bench-'));
  const path = join(folder, 'page.md');
  writeFileSync(path, makePage(300));
  let bytes = 0;
  let slides = 0;
  const times = await time(3, async () => {
    const course = loadCourse(path);
    const [own] = course.lessons;
    if (!own) return;
    const browser = await launchBrowser();
    bytes = (await printLesson(course, own, { browser, pages: 'slides', theme: 'light' })).length;
    slides = own.lesson.slides.length;
    await browser.close();
  });
  rmSync(folder, { recursive: true });
  const note = `${slides} slides`;
  return [
    { what: 'PDF of 300 slides', value: median(times) / 1000, unit: 's', note },
    { what: 'its size', value: bytes / 1024, unit: 'KB' },
  ];
}
