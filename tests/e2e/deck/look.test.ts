import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { approve, approveByKeys, goTo, run, waitForState } from './classroom.ts';
import { ENGLISH, LESSON } from './lesson.ts';
import { useClassroom } from './suite.ts';

const suite = useClassroom(LESSON);

/** Serious violations, as `rule: element`. */
async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: page as never }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
}

test.each(['light', 'dark'])('can be read by everybody (%s)', async (colorScheme) => {
  const { page } = await suite.open('', { colorScheme });
  expect(await findBarriers(page)).toEqual([]);
  await goTo(page, 'Sencillas');
  await page.locator('.run--next').first().waitFor();
  await page.keyboard.press('r');
  await page.locator('.dialog--approval').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await approveByKeys(page);
  await waitForState(page, 'echo hola', 'done');
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('?');
  await page.locator('.dialog--help').waitFor();
  expect(await findBarriers(page)).toEqual([]);
});

test('can be led by the keyboard alone', async () => {
  const { page } = await suite.open();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.locator('.slides .slide.present[data-title="Sencillas"]').waitFor();
  await page.keyboard.press('r');
  await approveByKeys(page);
  await waitForState(page, 'echo hola', 'done');
  await page.keyboard.press('g');
  await waitForState(page, 'echo hola', 'replayed');
  await page.keyboard.press('m');
  await page.locator('.terminal-panel').waitFor({ state: 'hidden' });
  await page.keyboard.press('d');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  const button = page.locator('.slides .slide.present .run__main').nth(1);
  await button.focus();
  await page.keyboard.press('Space');
  await waitForState(page, 'cd /usr', 'done');
  await page.keyboard.press('o');
  await page.locator('.reveal.overview').waitFor();
});

test('speaks the language of the page', async () => {
  suite.room.write(ENGLISH);
  const { page } = await suite.open();
  await page.locator('html[lang="en"]').waitFor();
  await goTo(page, 'Sencillas');
  expect(await page.locator('.slides .slide.present .run__main').first().textContent()).toBe('Run');
  await run(page, 'echo hola');
  expect(await page.locator('.badge').textContent()).toBe('Live');
});

test.each([
  [1280, 720],
  [1024, 768],
  [1920, 1080],
])('keeps the terminal within the window, and its command free (%i×%i)', async (width, height) => {
  const { page } = await suite.open('', { viewport: { width, height } });
  await goTo(page, 'Fallos');
  await run(page, 'ls /no-existe', 'failed');
  const panel = (await page.locator('.terminal-panel').boundingBox())!;
  expect(panel.y).toBeGreaterThanOrEqual(0);
  expect(panel.y + panel.height).toBeLessThanOrEqual(height);
  const row = (await page.locator('.slides .slide.present .step__row').first().boundingBox())!;
  expect(row.y + row.height <= panel.y || row.y >= panel.y + panel.height).toBe(true);
});

test('is a page to scroll on a telephone held upright', async () => {
  const { page } = await suite.open('', { viewport: { width: 390, height: 844 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.locator('.reading__links').getByText('Apuntes').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('r');
  await approve(page);
  await waitForState(page, 'echo hola', 'done');
});
