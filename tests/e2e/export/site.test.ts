import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCourse } from '../../../src/course/course.ts';
import { launchBrowser } from '../../../src/export/browser.ts';
import { makeSite } from '../../../src/export/site.ts';
import { writeSite } from '../../../src/export/site-folder.ts';
import { type PlainServer, serveFolder } from './plain-server.ts';

let browser: Browser;
let folder: string;
let server: PlainServer;
let complaints: string[];

/** Three lessons: those that ship, and one with pictures beside and above it. */
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'capas-site-'));
  const course = join(folder, 'course');
  cpSync('slides', course, { recursive: true });
  cpSync('playground', join(course, 'playground'), { recursive: true });
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  for (const name of ['own.png', 'above.png']) writeFileSync(join(course, name), pixel, 'base64');
  cpSync(join(course, 'own.png'), join(course, 'fotos', 'img', 'mi foto.png'));
  writeFileSync(
    join(course, 'fotos', 'index.md'),
    '# Fotos\n\n## Una\n\n![una](img/mi%20foto.png)\n\n## Otra\n\n![otra](../above.png)\n\nVer [imágenes](../imagenes/).\n',
  );
  writeSite(join(folder, 'site'), 'site', await makeSite(loadCourse(course)));
  server = await serveFolder(join(folder, 'site'));
});
afterAll(async () => {
  server.close();
  await browser.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  complaints = [];
  server.missing.length = 0;
});

/** A page that writes down what goes wrong in it and what it asks of others. */
async function open(path: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address)) complaints.push(`asked for ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.address + path, { waitUntil: 'load' });
  return page;
}

describe('a built site behind a plain server', () => {
  it('has an index that leads to decks and handouts', async () => {
    const page = await open('');
    const links = await page.locator('.card a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toContain('imagenes/');
    expect(links).toContain('imagenes/handout.html');
    await page.close();
    expect([...complaints, ...server.missing]).toEqual([]);
  });

  it('opens the deck', async () => {
    const page = await open('imagenes/');
    await page.locator('section.slide.present h1').waitFor();
    await page.keyboard.press('End');
    await page.locator('section.slide--exercise.present').waitFor();
    await page.close();
    expect([...complaints, ...server.missing]).toEqual([]);
  });

  it.each(['imagenes/', 'playground/'])(
    'needs nothing against its policy, in all of %s',
    { timeout: 120_000 },
    async (lesson) => {
      const page = await open(lesson);
      await page.waitForSelector('.reveal.ready');
      const last = await page.locator('.slides .slide').last().getAttribute('id');
      const replay = page.locator('.slide.present .run__main:visible').first();
      while (!(await page.locator(`[id="${last}"].present`).isVisible())) {
        await page.keyboard.press('PageDown');
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      await page.keyboard.press('Home');
      while (!(await replay.isVisible())) await page.keyboard.press('PageDown');
      await replay.click();
      await page.locator('.slide.present .run--replayed').first().waitFor();
      const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
      speaker.on('console', (message) => complaints.push(message.text()));
      await speaker.locator('.preview .slide').first().waitFor();
      await speaker.close();
      for (const key of ['?', 'Escape', '/', 'Escape', 'o', 'Escape', 'd']) await page.keyboard.press(key);
      await page.close();
      await (await open(`${lesson}handout.html`)).close();
      const telephone = await browser.newPage({ viewport: { width: 400, height: 800 } });
      telephone.on('console', (message) => complaints.push(message.text()));
      await telephone.goto(server.address + lesson);
      await telephone.locator('.slide').last().scrollIntoViewIfNeeded();
      await telephone.close();
      expect([...complaints, ...server.missing]).toEqual([]);
    },
  );

  it('replays a command', async () => {
    const page = await open('imagenes/');
    const first = await page.locator('capas-run').first().getAttribute('step');
    const slide = await page
      .locator('section.slide', { has: page.locator(`[step="${first}"]`) })
      .getAttribute('id');
    await page.goto(`${server.address}imagenes/#/${slide}`);
    await page.locator('section.slide.present .run__main').first().click();
    await page.locator('section.slide.present .run--replayed').first().waitFor();
    expect(await page.locator('section.slide.present .step__output').first().isVisible()).toBe(true);
    await page.close();
    expect([...complaints, ...server.missing]).toEqual([]);
  });

  it('shows the handout without JavaScript, its diagrams drawn', async () => {
    const page = await open('imagenes/handout.html', { javaScriptEnabled: false });
    expect(await page.locator('main h2').count()).toBeGreaterThan(3);
    expect(await page.locator('.diagram svg').count()).toBe(await page.locator('.diagram').count());
    await page.close();
    expect([...complaints, ...server.missing]).toEqual([]);
  });

  it('brings pictures along, those above the page too', async () => {
    const page = await open('fotos/handout.html');
    const widths = await page
      .locator('main img')
      .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(widths).toEqual([1, 1]);
    await page.close();
    expect([...complaints, ...server.missing]).toEqual([]);
  });
});
