import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Step } from '../../src/compiler/model.ts';
import { loadCourse } from '../../src/course/course.ts';
import { launchBrowser } from '../../src/export/browser.ts';
import { startHelper } from '../../src/helper/server.ts';
import { visit } from '../entry/enter.ts';
import { emptyEngine, listContainers } from './docker.ts';

const { steps } = loadCourse('slides').lessons[0]!.lesson;

let browser: Browser;
let state: string;
beforeAll(async () => {
  await emptyEngine();
  browser = await launchBrowser();
  state = mkdtempSync(join(tmpdir(), 'capas-state-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(state, { recursive: true, force: true });
});

/** Presents the lesson that ships on the lab's engine, as `capas present` does. */
async function withDeck(teach: (page: Page) => Promise<void>): Promise<void> {
  const env = { ...process.env, DOCKER_HOST: inject('dockerHost'), XDG_STATE_HOME: state };
  const helper = await startHelper({ path: 'slides', port: 0, replay: false, env });
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
  try {
    await visit(page, helper);
    await page.locator('.slides .slide.present').waitFor();
    await teach(page);
  } finally {
    await page.close();
    await helper.close();
  }
}

/** Goes forward, as a teacher does, to the slide that a step stands on. */
async function goToStep(page: Page, step: Step): Promise<void> {
  const row = page.locator(`.slides .slide.present .step[data-step="${step.id}"]`);
  for (let presses = 0; presses < 150; presses++) {
    if ((await row.count()) > 0 && (await row.first().isVisible())) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`no slide has the step ${step.command}`);
}

/** Presses a step's button and gives its row's state once it has come to rest. */
async function runStep(page: Page, step: Step): Promise<string> {
  await goToStep(page, step);
  const row = page.locator(`.slides .slide.present .step[data-step="${step.id}"]`).first();
  const button = row.locator('.run__main');
  if (await isCovered(button)) await page.keyboard.press('m');
  await button.click();
  const rest = '.run--done, .run--open, .run--failed, .run--stopped, .run--replayed';
  const approval = page.locator('.dialog--approval .action--main');
  await row.locator(rest).or(approval).first().waitFor({ timeout: 60_000 });
  if (await approval.isVisible()) {
    await page.locator('.commands').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await approval.click();
    await row.locator(rest).waitFor({ timeout: 60_000 });
  }
  return (await row.locator('.run').getAttribute('class')) ?? '';
}

/** Whether the terminal lies over it: then a teacher hides the terminal first. */
function isCovered(button: Locator): Promise<boolean> {
  return button.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('.terminal-panel') != null;
  });
}

/** Runs the whole lesson; gives how each step ended and what the terminal showed of sizes. */
async function teachLesson(page: Page) {
  const states: string[] = [];
  const sizes: string[] = [];
  for (const step of steps) {
    const look = await runStep(page, step);
    states.push(`${/run--(?!next)(\w+)/.exec(look)?.[1]} ${step.command}`);
    if (step.command === 'docker ps -a -s') sizes.push(await readNewestSize(page, sizes.at(-1)));
  }
  return { states, sizes };
}

/** The sizes that the terminal shows; a space at which a line wraps is not in its rows. */
const SIZES = String.raw`\d+B\s*\(virtual`;

/** The size that the terminal shows last, once it is another one than before. */
async function readNewestSize(page: Page, before: string | undefined): Promise<string> {
  const size = await page.waitForFunction(
    ({ pattern, before }) => {
      const text = document.querySelector('.terminal__screen:not([hidden]) .xterm-rows')?.textContent ?? '';
      const newest = text.match(new RegExp(pattern, 'g'))?.at(-1)?.replace(/B\s*/, 'B ');
      return newest === before ? undefined : newest;
    },
    { pattern: SIZES, before },
    { timeout: 10_000 },
  );
  return (await size.jsonValue()) ?? '';
}

const expected = steps.map((step) => `${step.interactive ? 'open' : 'done'} ${step.command}`);

for (const time of ['first', 'second'] as const) {
  it(`every run button of the lesson, pressed in order, the ${time} time`, async () => {
    await withDeck(async (page) => {
      const { states, sizes } = await teachLesson(page);
      expect(states).toEqual(expected);
      expect(sizes).toEqual(['0B (virtual', '52B (virtual']);
    });
    expect(await listContainers()).toEqual([]);
  });
}
