import { expect, test } from 'vitest';
import { goTo, press, run, waitForScreen, waitForState } from './classroom.ts';
import { LESSON } from './lesson.ts';
import { useClassroom } from './suite.ts';

const suite = useClassroom(LESSON);

test('lets a second window watch, and replay on its own', async () => {
  const first = await suite.open();
  await goTo(first.page, 'Sencillas');
  await run(first.page, 'echo hola');
  const second = await suite.open();
  await goTo(second.page, 'Sencillas');
  await waitForState(second.page, 'echo hola', 'done');
  await press(first.page, 'cd /usr');
  await waitForState(second.page, 'cd /usr', 'done');
  await waitForScreen(second.page, 'cd /usr');
  await press(second.page, 'pwd');
  await waitForState(second.page, 'pwd', 'replayed');
  await waitForState(first.page, 'pwd', 'waiting');
});

test("shows notes and the next slide in the speaker's window, which never connects", async () => {
  const { page, context } = await suite.open();
  const sockets: string[] = [];
  context.on('page', (opened) => opened.on('websocket', (socket) => sockets.push(socket.url())));
  const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
  await speaker.locator('.speaker__place').getByText('Diapositiva 1 de').waitFor();
  await page.keyboard.press('ArrowRight');
  await speaker.locator('.speaker__place').getByText('Diapositiva 2 de').waitFor();
  await speaker.keyboard.press('ArrowRight');
  await page.locator('.slides .slide.present[data-title="Sencillas"]').waitFor();
  await speaker.locator('.preview--current').getByText('Sencillas').waitFor();
  await speaker.locator('.preview--next').getByText('Programas').waitFor();
  await speaker.locator('.speaker__steps').getByText('echo hola').waitFor();
  await page.reload();
  await speaker.locator('.speaker__place').getByText('Diapositiva 3 de').waitFor();
  expect(sockets).toEqual([]);
});

test('finds words of slides without their accents', async () => {
  const { page } = await suite.open();
  await page.keyboard.press('/');
  await page.locator('.search__words').fill('ejecutar aqui');
  await page.locator('.search__count').getByText('1 diapositiva').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.slides .slide.present[data-title="Fin"]').waitFor();
});

test('goes through the slides in their order after a jump', async () => {
  const { page } = await suite.open();
  await goTo(page, 'Fin');
  await page.keyboard.press('Home');
  await page.locator('.slides .slide.present[data-place^="1 "]').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.locator('.slides .slide.present[data-place^="2 "]').waitFor();
});
