import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/export/browser.ts';
import { visit } from '../entry/enter.ts';
import { ask, startTarget, type Target } from './target.ts';

/** A lesson's own picture that is a page: it runs, frames the deck, and lies over it. */
const trap = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"
  onload="document.documentElement.setAttribute('data-hit', 1)">
  <script>document.documentElement.setAttribute('data-hit', 2)</script>
  <foreignObject width="900" height="600"><div xmlns="http://www.w3.org/1999/xhtml">
    <iframe id="deck" src="./" width="900" height="600"></iframe>
    <object data="./"></object><embed src="./"/>
    <form action="./" method="post"><button>Zoom</button></form></div></foreignObject></svg>`;

let browser: Browser;
let target: Target;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  target = await startTarget({
    page: '# Lesson\n\n## One\n\n![Zoom](trap.svg)\n\n[Film](film.webm) [Paper](paper.pdf)\n',
    files: { 'lesson/trap.svg': trap, 'lesson/film.webm': 'x', 'lesson/paper.pdf': '%PDF' },
  });
  page = await (await browser.newContext()).newPage();
  await visit(page, target.helper);
});
afterAll(async () => {
  await browser.close();
  await target.close();
});

describe('a lesson’s picture that is opened as a page', () => {
  it('runs nothing, frames nothing, sends nothing, and is of no origin', async () => {
    const asked: string[] = [];
    const window = await page.context().newPage();
    window.on('request', (request) => asked.push(`${request.resourceType()} ${request.url()}`));
    await window.goto(`${target.helper.address}lesson/trap.svg`);
    expect(await window.locator('iframe').count()).toBe(1);
    expect(await window.locator('svg').getAttribute('data-hit')).toBeNull();
    for (const frame of window.frames().slice(1)) expect(await frame.locator('.reveal').count()).toBe(0);
    expect(await window.evaluate(() => self.origin)).toBe('null');
    await window.locator('button').click({ force: true });
    expect(asked.filter((one) => one.startsWith('document')).length).toBe(1);
    await window.close();
  });

  it('is still a picture on its slide', async () => {
    await page.keyboard.press('ArrowRight');
    const picture = page.locator('.slide.present img');
    await expect.poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(90);
  });
});

describe('the deck', () => {
  it.each(['lesson/', 'lesson/?speaker', 'lesson/handout.html', ''])(
    'is framed by no page: %s',
    async (way) => {
      const headers = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe' };
      const answer = await ask(target, `/${way}`, { headers });
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    },
  );
});

it.each([
  ['trap.svg', true],
  ['film.webm', false],
  ['paper.pdf', false],
])('%s is data from elsewhere', async (name, sandboxed) => {
  const { headers, status } = await ask(target, `/lesson/${name}`);
  expect(status).toBe(200);
  const policy = headers['content-security-policy'];
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).not.toMatch(/script|frame-src|object-src/);
  expect(/^sandbox;/.test(policy as string)).toBe(sandboxed);
  expect(headers['x-content-type-options']).toBe('nosniff');
});
