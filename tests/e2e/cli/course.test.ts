import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../src/export/browser.ts';
import { type Helper, startHelper } from '../../../src/helper/server.ts';
import { visit } from '../../entry/enter.ts';

let browser: Browser;
let helper: Helper;
let top: string;
beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), 'capas-index-'));
  for (const name of ['one', 'two']) {
    mkdirSync(join(top, 'course', name), { recursive: true });
    writeFileSync(
      join(top, 'course', name, 'index.md'),
      `---\nlang: en\n---\n\n# Lesson ${name}\n\n## Part\n\n\`\`\`console\n$ echo ${name}\n\`\`\`\n`,
    );
  }
  const env = { PATH: process.env['PATH'], HOME: top, DOCKER_HOST: 'unix:///nowhere' };
  helper = await startHelper({ path: join(top, 'course'), port: 0, replay: false, env });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await helper.close();
  rmSync(top, { recursive: true, force: true });
});

it('a course opens with its index, from which each lesson’s deck runs live', async () => {
  const page = await browser.newPage();
  await visit(page, helper);
  expect(await page.locator('h1').count()).toBe(1);
  for (const name of ['one', 'two']) {
    await page.goto(helper.address);
    await page.locator(`a[href*="${name}/"]:not([href*="handout"])`).first().click();
    await page.locator('.slides .slide.present').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('.slides .slide.present .run--waiting .run__main').click();
    await page.locator('.dialog--approval .action--main').click();
    await page.locator('.slides .slide.present .run--done').waitFor();
  }
  await page.close();
});
