import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../src/export/browser.ts';
import { type Helper, startHelper } from '../../src/helper/server.ts';
import { visit } from '../entry/enter.ts';
import { docker, emptyEngine, listContainers } from './docker.ts';

/** More than a dialog has room for. */
const MANY = 60;

const page = `---
title: Lesson
lang: en
---

# Lesson

## Made

\`\`\`console
$ docker run -d --name web -v data:/d ubuntu sleep 300
$ for n in $(seq ${MANY}); do docker volume create many-$n; done
\`\`\`
`;

let browser: Browser;
let folder: string;
let helper: Helper;
let deck: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  await emptyEngine();
  await docker('pull', '-q', 'ubuntu');
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'capas-undo-'));
  writeFileSync(join(folder, 'index.md'), page);
  const env = { ...process.env, DOCKER_HOST: inject('dockerHost'), XDG_STATE_HOME: join(folder, 'state') };
  helper = await startHelper({ path: join(folder, 'index.md'), port: 0, replay: false, env });
  deck = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
  await visit(deck, helper);
  await deck.locator('.slides .slide.present').waitFor();
  await deck.keyboard.press('ArrowRight');
});
afterEach(async () => {
  await deck.close();
  await helper.close();
  rmSync(folder, { recursive: true, force: true });
  for (const name of await listContainers()) await docker('rm', '-f', '-v', name);
  await docker('volume', 'prune', '-f');
});
afterAll(async () => {
  await browser.close();
  await emptyEngine();
});

const dialog = () => deck.locator('dialog.dialog--reset');
const listVolumes = async () => (await docker('volume', 'ls', '-q')).split('\n').filter(Boolean).sort();

/** Presses the button of a step on the slide, and waits until it is done. */
async function press(step: number): Promise<void> {
  const row = deck.locator('.slide.present .step[data-step]').nth(step);
  await row.locator('.run__main').click();
  const approval = deck.locator('.dialog--approval .action--main');
  const done = row.locator('.run--done');
  await done.or(approval).first().waitFor({ timeout: 60_000 });
  if (await approval.isVisible()) await approval.click();
  await done.waitFor({ timeout: 60_000 });
}

it('names what it would remove, and removes that and nothing else', async () => {
  await press(0);
  await docker('run', '-d', '--name', 'teacher-db', '-v', 'thesis-data:/d', 'ubuntu', 'sleep', '300');
  await deck.keyboard.press('Shift+R');
  await dialog().waitFor();
  expect(await dialog().locator('li code').allTextContents()).toEqual(['web', 'data']);
  expect(await dialog().textContent()).toContain('2 things');
  // Made after the list was shown, by the teacher.
  await docker('create', '--name', 'later', 'ubuntu');
  await dialog().locator('.action--main').click();
  await expect.poll(listContainers, { timeout: 20_000 }).toEqual(['later', 'teacher-db']);
  await expect.poll(listVolumes).toEqual(['thesis-data']);
  await deck.keyboard.press('Shift+R');
  await dialog().waitFor();
  expect(await dialog().locator('li').count()).toBe(0);
});

it('tells what stays because somebody else uses it', async () => {
  await press(0);
  await docker('create', '--name', 'teacher-db', '-v', 'data:/d', 'ubuntu');
  await deck.keyboard.press('Shift+R');
  await dialog().waitFor();
  expect(await dialog().textContent()).toMatch(/Stays:\s*data\s*used by teacher-db/);
  await dialog().locator('.action--main').click();
  await expect.poll(listContainers, { timeout: 20_000 }).toEqual(['teacher-db']);
  expect(await listVolumes()).toEqual(['data']);
});

it('stays usable when the list is long: it scrolls, and the buttons are in sight', async () => {
  await press(1);
  await deck.keyboard.press('Shift+R');
  await dialog().waitFor();
  const list = dialog().locator('.commands');
  expect(await list.locator('li').count()).toBe(MANY);
  const box = await dialog().locator('.action--main').boundingBox();
  expect(box!.y + box!.height).toBeLessThanOrEqual(720);
  expect(await list.evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(true);
  expect((await list.boundingBox())!.height).toBeGreaterThan(100);
  await list.focus();
  await deck.keyboard.press('End');
  await expect
    .poll(() =>
      list.evaluate((element) => element.scrollTop + element.clientHeight + 2 > element.scrollHeight),
    )
    .toBe(true);
});
