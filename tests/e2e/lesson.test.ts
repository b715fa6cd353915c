import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/course.ts';
import { launchBrowser } from '../../src/export/browser.ts';
import { type Helper, startHelper } from '../../src/helper/server.ts';
import { visit } from '../entry/enter.ts';

/** The lesson that ships, in a class room without an engine. */
const { steps, slides } = loadCourse('slides').lessons[0]!.lesson;

let browser: Browser;
let state: string;
beforeAll(async () => {
  browser = await launchBrowser();
  state = mkdtempSync(join(tmpdir(), 'capas-lesson-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(state, { recursive: true, force: true });
});

async function present(replay: boolean): Promise<{ page: Page; helper: Helper; problems: string[] }> {
  const env = { ...process.env, DOCKER_HOST: 'unix:///nowhere', XDG_STATE_HOME: state };
  const helper = await startHelper({ path: 'slides', port: 0, replay, env });
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(line.text());
  });
  await visit(page, helper);
  await page.locator('.slides .slide.present').waitFor();
  return { page, helper, problems };
}

/** Shows the slide of a step, and presses its button as the keyboard does. */
async function replay(page: Page, id: string): Promise<string> {
  const slide = slides.find((one) => one.steps.includes(id))!;
  await page.evaluate((name) => {
    location.hash = `#/${name}`;
  }, slide.id);
  const row = page.locator(`.slides .slide.present .step[data-step="${id}"]`);
  await row.waitFor();
  await row.locator('.run__main').press('Enter');
  await page.keyboard.press('x');
  await row.locator('.run--replayed').waitFor();
  const bar = page.locator('.terminal__bar');
  return (await bar.textContent()) ?? '';
}

describe.each([
  ['without an engine', false],
  ['with --replay', true],
])('the lesson %s', (_, only) => {
  it('replays every step, each with a badge that tells what it is, and nothing waits for ever', async () => {
    const { page, helper, problems } = await present(only);
    for (const { id, command } of steps) {
      const badge = await replay(page, id);
      expect(badge, command).toMatch(/Grabación|Salida de la página/);
      if (badge.includes('Grabación')) expect(badge, command).toMatch(/20\d\d.*imágenes de ensayo/);
    }
    expect(problems).toEqual([]);
    await page.close();
    await helper.close();
  }, 120_000);
});
