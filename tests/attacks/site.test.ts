import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/course.ts';
import { launchBrowser } from '../../src/export/browser.ts';
import { makeSite } from '../../src/export/site.ts';
import { writeSite } from '../../src/export/site-folder.ts';
import { type PlainServer, serveFolder } from '../e2e/export/plain-server.ts';
import { type Elsewhere, startElsewhere } from './elsewhere.ts';
import { writeHostileLesson } from './hostile-lesson.ts';

/** A hostile lesson, built and put on a web host that sends no policy: what guards its readers is in the page. */
let browser: Browser;
let folder: string;
let server: PlainServer;
let elsewhere: Elsewhere;

beforeAll(async () => {
  browser = await launchBrowser();
  elsewhere = await startElsewhere();
  folder = mkdtempSync(join(tmpdir(), 'capas-hostile-'));
  const course = join(folder, 'course');
  writeHostileLesson(course, elsewhere.host);
  writeSite(join(folder, 'site'), 'site', await makeSite(loadCourse(course)));
  server = await serveFolder(join(folder, 'site'));
});
afterAll(async () => {
  await browser.close();
  server.close();
  elsewhere.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  elsewhere.heard.length = 0;
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(server.address + path);
  return page;
}

/** Presses whatever can be pressed and does not lead away, and reads what a script would have left. */
async function pressAll(page: Page): Promise<unknown> {
  await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>('a[href^="#"], a[href*="script:" i], button, svg *');
    for (const one of all) one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  });
  return page.evaluate(() => (window as { hit?: unknown }).hit);
}

const settled = () =>
  [...document.querySelectorAll('.diagram__source')].every(
    (source) => source.previousElementSibling?.className === 'diagram__problem',
  );

describe('a hostile lesson on a web host', () => {
  it('loads nothing from elsewhere and runs nothing, as a deck', async () => {
    const page = await open('lesson/');
    await page.waitForSelector('.reveal.ready');
    const slides = await page.locator('.slides .slide').count();
    for (let slide = 0; slide < slides; slide++) await page.keyboard.press('PageDown');
    await page.waitForSelector('.slide.present h2:text("Last")');
    await page.waitForFunction(settled);
    expect(await pressAll(page)).toBeUndefined();
    expect(elsewhere.heard).toEqual([]);
    expect(await page.locator('.diagram svg').count()).toBeGreaterThan(3);
    await page.close();
  });

  it.each(['lesson/handout.html', ''])('nor as %j', async (path) => {
    const page = await open(path);
    await page.waitForFunction(settled);
    expect(await pressAll(page)).toBeUndefined();
    expect(elsewhere.heard).toEqual([]);
    await page.close();
  });

  it('shows what a diagram would load as its source', async () => {
    const page = await open('lesson/handout.html');
    await page.waitForFunction(settled);
    const sources = await page.locator('.diagram__source').allTextContents();
    for (const word of ['img:', 'icon', 'state.svg', 'label'])
      expect(
        sources.some((source) => source.includes(word)),
        word,
      ).toBe(true);
    await page.close();
  });

  it('can’t change what stands beside its pictures', async () => {
    const page = await open('lesson/handout.html');
    const seen = await page.evaluate(() => {
      const svg = document.querySelector('.diagram > svg[viewBox="0 0 90 90"]')!;
      const beside = svg.ownerDocument.createElement('p');
      svg.after(beside);
      const { color, fill, visibility } = getComputedStyle(beside);
      return { rules: svg.querySelector('style')?.textContent, color, fill, visibility };
    });
    expect(seen).toMatchObject({ visibility: 'visible' });
    expect([seen.color, seen.fill]).not.toContain('rgb(1, 2, 3)');
    await page.close();
  });
});

/** The rules of the policy that {@link forceIn} runs against. */
const stoppedRules = [
  ...[
    'base-uri',
    'connect-src',
    'font-src',
    'form-action',
    'frame-src',
    'img-src',
    'media-src',
    'object-src',
  ],
  ...['script-src-attr', 'script-src-elem', 'style-src-attr', 'style-src-elem', 'worker-src'],
];

describe('what gets into a page all the same', () => {
  it.each(['lesson/', 'lesson/handout.html', ''])('loads and runs nothing in %j', async (path) => {
    const page = await open(path);
    const seen = await page.evaluate(forceIn, elsewhere.host);
    expect(seen).toMatchObject({ hit: undefined, base: false });
    await page.waitForFunction(
      (rules) => rules.every((rule) => (window as { stopped?: string[] }).stopped?.includes(rule)),
      stoppedRules,
    );
    // For a frame and a form Chromium opens a connection before it asks the policy, and sends nothing over it.
    expect(elsewhere.heard.filter((one) => one !== 'connected')).toEqual([]);
    await page.close();
  });
});

/** Runs in the page: puts in it all that would load or run something, and writes down which rules stopped it. */
async function forceIn(host: string) {
  const stopped: string[] = [];
  Object.assign(window, { stopped });
  document.addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
  const at = `http://${host}`;
  const markup = `<img src="${at}/i" onerror="window.hit=1"><iframe src="${at}/f"></iframe><object data="${at}/o"></object>
    <link rel="stylesheet" href="${at}/c"><video src="${at}/v"></video><audio src="${at}/a"></audio>
    <style>@import "${at}/m"; @font-face { font-family: q; src: url(${at}/t) } p { font-family: q; background: url(${at}/b) }</style><p>x</p>
    <div style="background:url(${at}/s)">x</div><svg><image href="${at}/g"/></svg><form action="${at}/form"></form>`;
  document.body.insertAdjacentHTML('beforeend', markup);
  for (const properties of [
    { textContent: 'window.hit=2' },
    { src: `${at}/s.js` },
    { src: 'data:text/javascript,window.hit=3' },
  ])
    document.head.append(Object.assign(document.createElement('script'), properties));
  document.head.append(Object.assign(document.createElement('base'), { href: `${at}/base/` }));
  document.querySelector('form')?.submit();
  await fetch(`${at}/fetch`).catch(() => {});
  navigator.sendBeacon(`${at}/beacon`);
  const open = [
    () => new WebSocket(`ws://${host}`),
    () => new EventSource(`${at}/e`),
    () => new Worker('data:,1'),
  ];
  for (const one of open) {
    try {
      one();
    } catch (error) {
      stopped.push((error as Error).name);
    }
  }
  await new Promise((resolve) => {
    const image = Object.assign(new Image(), { src: `${at}/last`, onerror: resolve, onload: resolve });
    document.body.append(image);
  });
  return { hit: (window as { hit?: unknown }).hit, base: document.baseURI.includes(host) };
}
