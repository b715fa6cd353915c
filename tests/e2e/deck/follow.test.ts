import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goTo, press, run, waitForScreen, waitForState } from './classroom.ts';
import { LESSON } from './lesson.ts';
import { useClassroom } from './suite.ts';

const suite = useClassroom(LESSON);

test('follows the page on disk, and loses neither the slide nor the session', async () => {
  const { page } = await suite.open();
  await goTo(page, 'Sencillas');
  await run(page, 'cd /usr');
  await goTo(page, 'Fin');
  suite.room.write(LESSON.replace('Nada que ejecutar aquí.', 'Ni aquí ni allá.'));
  await page.locator('.slides .slide.present').getByText('Ni aquí ni allá.').waitFor();
  expect(await page.locator('.slides .slide.present').getAttribute('data-title')).toBe('Fin');
  await page.keyboard.press('Home');
  await goTo(page, 'Sencillas');
  await waitForState(page, 'cd /usr', 'done');
  await run(page, 'pwd');
  await waitForScreen(page, '/usr');
});

test('loads its runtime again when Capas was built anew, and loses neither the slide nor the session', async () => {
  const { page } = await suite.open();
  await goTo(page, 'Sencillas');
  await run(page, 'cd /usr');
  await page.evaluate(() => document.body.classList.add('old-runtime'));
  suite.room.build();
  await page.locator('body:not(.old-runtime) .slides .slide.present[data-title="Sencillas"]').waitFor();
  await run(page, 'pwd');
  await waitForScreen(page, '/usr');
});

test('asks again when the commands changed', async () => {
  const { page } = await suite.open();
  await goTo(page, 'Sencillas');
  await run(page, 'echo hola');
  suite.room.write(LESSON.replace('$ pwd', '$ pwd -P'));
  await page.locator('.step__command').getByText('pwd -P').waitFor();
  await press(page, 'pwd -P');
  await page.locator('.dialog--approval').getByText('Las órdenes de esta lección han cambiado').waitFor();
});

test('keeps the last good deck when the page can not be read, and says why', async () => {
  const { page } = await suite.open();
  await goTo(page, 'Sencillas');
  rmSync(join(suite.room.folder, 'index.md'));
  await page.locator('.notice[data-notice="page"] .notice__detail').waitFor();
  expect(await page.locator('.slides .slide.present').getAttribute('data-title')).toBe('Sencillas');
  await run(page, 'echo hola');
  suite.room.write(LESSON);
  await page.locator('.notice').waitFor({ state: 'detached' });
});

test('says when the helper is gone, and replays', async () => {
  const { page, problems } = await suite.open();
  await goTo(page, 'Sencillas');
  await run(page, 'echo hola');
  await suite.room.helper.close();
  await page.locator('.notice[data-notice="connection"]').getByText('Se perdió la conexión').waitFor();
  await press(page, 'pwd');
  await waitForState(page, 'pwd', 'replayed');
  // The browser complains of each attempt to connect again, until its window is closed.
  await page.context().close();
  problems.length = 0;
});
