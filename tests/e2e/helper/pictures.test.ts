import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Course, loadCourse } from '../../../src/course/course.ts';
import { launchBrowser } from '../../../src/export/browser.ts';
import { printLesson } from '../../../src/export/pdf.ts';
import { makeSite } from '../../../src/export/site.ts';
import { writeSite } from '../../../src/export/site-folder.ts';
import { type Helper, startHelper } from '../../../src/helper/server.ts';
import { enterWith } from '../../entry/enter.ts';
import { type PlainServer, serveFolder } from '../export/plain-server.ts';

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#f00"/></svg>';
const page = `---
lang: en
---
# Pictures

## Beside

![Beside](own%20picture.svg)

## Above

![Above](../img/above.svg)

## From the root

![Root](/assets/root.svg)

## As a site writes it

![Site]({{ site.baseurl }}/assets/site.svg)

## In a sentence

- Here ![small](../img/small.svg) it is, and here <img src="/assets/html.svg" alt="too">.

## Behind
{: background="../img/behind.svg"}

- Words.

## Far away

![Far](https://pictures.example/far.png)

- And ![near](https://pictures.example/near.png) it.
`;
const files = ['unit/own picture', 'img/above', 'img/small', 'img/behind', 'assets/root', 'assets/site'];

let folder: string;
let course: Course;
let browser: Browser;
let helper: Helper;
let site: PlainServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'capas-pictures-'));
  const root = join(folder, 'course');
  for (const name of [...files, 'assets/html']) write(join(root, `${name}.svg`), picture);
  write(join(root, 'course.yml'), 'title: Pictures\n');
  write(join(root, 'unit/page.md'), page);
  course = loadCourse(root);
  browser = await launchBrowser();
  helper = await startHelper({ path: root, port: 0, replay: true, env: { HOME: folder } });
  writeSite(join(folder, 'site'), 'site', await makeSite(course));
  site = await serveFolder(join(folder, 'site'));
});
afterAll(async () => {
  site.close();
  await helper.close();
  await browser.close();
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Opens a page and gives, beside it, what went wrong and what was asked of other machines. */
async function open(address: string): Promise<{ page: Page; complaints: string[] }> {
  const opened = await browser.newPage();
  const complaints: string[] = [];
  const own = new URL(address).origin;
  opened.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== own) complaints.push(`asked for ${url.href}`);
  });
  opened.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  opened.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  if (address.startsWith(helper.address)) await enterWith(opened.context(), helper);
  await opened.goto(address, { waitUntil: 'load' });
  return { page: opened, complaints };
}

const places = () => ({ helper: `${helper.address}page/`, site: `${site.address}page/` });

describe.each(['helper', 'site'] as const)('pictures in the deck and the handout of the %s', (home) => {
  it('are all there, wherever in the course they lie, and none from elsewhere', async () => {
    const { page, complaints } = await open(`${places()[home]}handout.html`);
    const widths = await page
      .locator('main img')
      .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(widths).toEqual([40, 40, 40, 40, 40, 40]);
    expect(await page.locator('main a[href="https://pictures.example/far.png"]').count()).toBe(1);
    expect(await page.locator('main a[href="https://pictures.example/near.png"]').textContent()).toBe('near');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('stand on slides and behind them', async () => {
    const { page, complaints } = await open(places()[home]);
    await page.locator('.slides .slide.present').waitFor();
    await page.keyboard.press('End');
    await page.locator('.slide.present .figure__missing').waitFor();
    expect(await page.locator('.slide.present .figure__missing').textContent()).toContain(
      'https://pictures.example/far.png',
    );
    await page.keyboard.press('PageUp');
    await page.locator('.slides .slide--background.present').waitFor({ timeout: 5000 });
    const background = page.locator('.slide-background.slide--background .slide-background-content');
    await expect
      .poll(() => background.evaluate((element) => getComputedStyle(element).backgroundImage))
      .toContain('/_files/img/behind.svg');
    const images = await page.locator('.slides img').evaluateAll((all) =>
      Promise.all(
        all.map(async (image) => {
          await (image as HTMLImageElement).decode();
          return (image as HTMLImageElement).naturalWidth;
        }),
      ),
    );
    expect(images.length).toBeGreaterThanOrEqual(6);
    expect(new Set(images)).toEqual(new Set([40]));
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('a built site', () => {
  it('has each picture once, and nothing else of the course', () => {
    expect(existsSync(join(folder, 'site', 'page', 'own picture.svg'))).toBe(true);
    expect(existsSync(join(folder, 'site', '_files', 'img', 'above.svg'))).toBe(true);
    expect(existsSync(join(folder, 'site', '_files', 'course.yml'))).toBe(false);
    expect(existsSync(join(folder, 'site', 'page', 'img'))).toBe(false);
  });
});

describe('the PDF', () => {
  it('draws pictures from above the page', async () => {
    const options = { browser, pages: 'handout', theme: 'light' } as const;
    const before = await printLesson(course, course.lessons[0]!, options);
    for (const name of ['img/above', 'assets/root']) rmSync(join(course.folder, `${name}.svg`));
    const after = await printLesson(course, course.lessons[0]!, options);
    for (const name of ['img/above', 'assets/root']) write(join(course.folder, `${name}.svg`), picture);
    expect(before.length).not.toBe(after.length);
  });
});
