import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { lookAtLesson } from '../../src/cli/lint-browser.ts';
import { type Course, loadCourse } from '../../src/course/course.ts';
import { launchBrowser } from '../../src/export/browser.ts';
import { openOfflinePage } from '../../src/export/offline-page.ts';
import { printLesson } from '../../src/export/pdf.ts';
import { prerenderDiagrams } from '../../src/export/prerender.ts';
import { type Elsewhere, startElsewhere } from './elsewhere.ts';
import { writeHostileLesson } from './hostile-lesson.ts';

/** What a browser of ours prints, measures and draws of a hostile lesson. */
let browser: Browser;
let folder: string;
let course: Course;
let elsewhere: Elsewhere;

beforeAll(async () => {
  browser = await launchBrowser();
  elsewhere = await startElsewhere();
  folder = mkdtempSync(join(tmpdir(), 'capas-hostile-'));
  course = loadCourse(writeHostileLesson(folder, elsewhere.host));
});
afterAll(async () => {
  await browser.close();
  elsewhere.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  elsewhere.heard.length = 0;
});

it.each(['slides', 'notes', 'handout'] as const)('printing %s asks nobody anything', async (pages) => {
  const paper = await printLesson(course, course.lessons[0]!, { browser, pages, theme: 'light' });
  expect(paper.length).toBeGreaterThan(10_000);
  expect(elsewhere.heard).toEqual([]);
});

it('neither does lint, which measures slides and draws diagrams', async () => {
  await lookAtLesson(browser, course, course.lessons[0]!);
  expect(elsewhere.heard).toEqual([]);
});

it('neither does drawing before class, which names what it left out', async () => {
  const { drawn, diagnostics } = await prerenderDiagrams(course.lessons, { browser });
  expect(drawn).toBeGreaterThan(3);
  const loading = diagnostics.filter(({ code }) => code === 'diagram-loads');
  expect(loading.map(({ message }) => /because (\S+)/.exec(message)![1])).toEqual([
    ...['img:', 'properties', '<img', expect.stringMatching(/^url/), expect.stringMatching(/^url/)],
    ...['@import', '@import'],
  ]);
  expect(elsewhere.heard).toEqual([]);
});

it('a picture that is a link out of the lesson is not printed', async () => {
  const lesson = join(folder, 'linked');
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  mkdirSync(lesson);
  for (const path of [join(folder, 'mine.png'), join(lesson, 'own.png')])
    writeFileSync(path, pixel, 'base64');
  symlinkSync('../mine.png', join(lesson, 'link.png'));
  symlinkSync('..', join(lesson, 'way'));
  const names = ['own.png', 'link.png', 'way/mine.png'];
  const html = `<!doctype html>${names.map((name) => `<img src="${name}">`).join('')}`;
  const page = await openOfflinePage(browser, { html, address: '/linked/', folders: { linked: lesson } });
  const widths = await page.evaluate(() => [...document.images].map((image) => image.naturalWidth));
  expect(widths).toEqual([1, 0, 0]);
  await page.close();
});

/** The first address is let through to the network, for pages of the helper's; all others are no machine's. */
it.each(['127.0.0.1', '127.0.0.2'])('a page of ours asks %s in vain, whichever way', async (address) => {
  const other = await startElsewhere(address);
  const at = `http://${other.host}`;
  const html = `<!doctype html><body><script>window.hit = 1</script><img src="${at}/a"><iframe src="${at}/b"></iframe>
    <link rel="stylesheet" href="${at}/c"><link rel="prefetch" href="${at}/d"><video src="${at}/e"></video>
    <style>p { background: url(${at}/f) }</style><p onclick="window.hit = 2">x</p>`;
  const page = await openOfflinePage(browser, { html, address: '/', folders: {} });
  const asked = await page.evaluate(
    async ({ host, at }) => {
      document.querySelector('p')!.click();
      const heard = await fetch(at).then(
        () => 'answered',
        () => 'refused',
      );
      const socket = await new Promise<string>((resolve) => {
        const one = new WebSocket(`ws://${host}`);
        one.onopen = () => resolve('open');
        one.onerror = () => resolve('refused');
      });
      return { heard, socket, hit: (window as { hit?: unknown }).hit };
    },
    { host: other.host, at },
  );
  expect(asked).toEqual({ heard: 'refused', socket: 'refused', hit: undefined });
  // For a frame Chromium opens a connection before it asks the policy, and sends nothing over it.
  expect(other.heard.filter((one) => address !== '127.0.0.1' || one !== 'connected')).toEqual([]);
  await page.close();
  other.close();
});
