import { beforeEach, expect, test } from 'vitest';
import {
  approve,
  type DeckWindow,
  goTo,
  press,
  rowOf,
  run,
  waitForScreen,
  waitForState,
} from './classroom.ts';
import { LESSON } from './lesson.ts';
import { useClassroom } from './suite.ts';

const suite = useClassroom(LESSON);
let deck: DeckWindow;

beforeEach(async () => {
  deck = await suite.open();
});

test('asks for approval with every command, and runs nothing without it', async () => {
  const { page } = deck;
  await goTo(page, 'Sencillas');
  await press(page, 'echo hola');
  const dialog = page.locator('.dialog--approval');
  await expect.poll(() => dialog.locator('li code').allInnerTexts()).toContain('sleep 600');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await waitForState(page, 'echo hola', 'waiting');
  expect(await page.locator('.terminal-panel').isVisible()).toBe(false);
});

test('runs a command, says how long it took, and shows its output under it', async () => {
  const { page } = deck;
  await goTo(page, 'Sencillas');
  const button = rowOf(page, 'echo hola').locator('.run');
  const before = await button.boundingBox();
  expect(await rowOf(page, 'echo hola').getAttribute('class')).toContain('step--folded');
  await run(page, 'echo hola');
  await waitForScreen(page, 'hola');
  expect(await button.textContent()).toMatch(/\d+(,\d)? (ms|s)/);
  expect(await rowOf(page, 'echo hola').getAttribute('class')).not.toContain('step--folded');
  expect(await button.boundingBox()).toEqual(before);
  expect(await page.locator('.badge').textContent()).toBe('En vivo');
});

test('shows under a command what it printed, in the room that the author gave it; the author again where that is asked for', async () => {
  const { page } = deck;
  await goTo(page, 'Fallos');
  const output = rowOf(page, 'ls /no-existe').locator('.step__output');
  const height = async () => (await output.boundingBox())?.height;
  const before = await height();
  await run(page, 'ls /no-existe', 'failed');
  await expect.poll(() => output.textContent()).toContain('/no-existe');
  expect(await height()).toBe(before);
  await page.reload();
  await page.locator('.slides .slide.present').waitFor();
  await goTo(page, 'Fallos');
  await waitForState(page, 'ls /no-existe', 'failed');
  expect(await output.textContent()).toContain('/no-existe');
  await rowOf(page, 'ls /no-existe').locator('.run__menu').click();
  await page.getByRole('menuitem', { name: 'Ver la salida de la página' }).click();
  await waitForState(page, 'ls /no-existe', 'replayed');
  expect(await output.textContent()).toBe('ls: no');
});

test('keeps what a command changes in the session', async () => {
  const { page } = deck;
  await goTo(page, 'Sencillas');
  await run(page, 'cd /usr');
  await run(page, 'pwd');
  await waitForScreen(page, '/usr');
});

test('marks the one that comes next, and runs it by one key', async () => {
  const { page } = deck;
  await goTo(page, 'Sencillas');
  const next = page.locator('.slides .slide.present .step').filter({ has: page.locator('.run--next') });
  expect(await next.locator('.step__command').allTextContents()).toEqual(['echo hola']);
  await run(page, 'echo hola');
  expect(await next.locator('.step__command').allTextContents()).toEqual(['cd /usr']);
  await page.keyboard.press('r');
  await waitForState(page, 'cd /usr', 'done');
  await goTo(page, 'Fin');
  await page.keyboard.press('r');
  await page.locator('.say').getByText('No hay órdenes en esta diapositiva.').waitFor();
});

test('says that a command failed and with which status, and offers what was recorded', async () => {
  const { page } = deck;
  await goTo(page, 'Fallos');
  await run(page, 'ls /no-existe', 'failed');
  expect(await rowOf(page, 'ls /no-existe').locator('.run').textContent()).toContain('falló 2');
  await page.locator('.terminal__offer').click();
  await waitForState(page, 'ls /no-existe', 'replayed');
  expect(await page.locator('.badge').textContent()).toBe('Salida de la página');
});

test('counts the seconds of one that never ends, stops it, and runs it again', async () => {
  const { page } = deck;
  await goTo(page, 'Fallos');
  await run(page, 'sleep 600', 'running');
  await rowOf(page, 'sleep 600').getByText('1 s').waitFor();
  await page.keyboard.press('x');
  await waitForState(page, 'sleep 600', 'stopped');
  await run(page, 'sleep 600', 'running');
  await press(page, 'sleep 600');
  await waitForState(page, 'sleep 600', 'stopped');
});

test('types into a program that waits, by keys that are shown', async () => {
  const { page } = deck;
  await goTo(page, 'Programas');
  await run(page, 'read nombre', 'open');
  await page.locator('.terminal__hint').getByText('T', { exact: true }).waitFor();
  await page.keyboard.press('t');
  await page.locator('.terminal__hint').getByText('Ctrl + Intro').waitFor();
  await page.keyboard.type('Ana\n');
  await waitForState(page, 'read nombre', 'done');
  await page.keyboard.press('Control+Enter');
  await page.locator('.terminal-panel:not([data-entered])').waitFor();
  await run(page, 'echo "eres $nombre"');
  await waitForScreen(page, 'eres Ana');
});

test('leaves the deck its keys again after the terminal', async () => {
  const { page } = deck;
  await goTo(page, 'Sencillas');
  await run(page, 'echo hola');
  await page.keyboard.press('t');
  await page.locator('.terminal-panel[data-entered]').waitFor();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('.slides .slide.present').getAttribute('data-title')).toBe('Sencillas');
  await page.keyboard.press('F8');
  await page.keyboard.press('ArrowRight');
  await page.locator('.slides .slide.present[data-title="Programas"]').waitFor();
});

test('draws a flood to its last line, and stays quick', async () => {
  const { page } = deck;
  await goTo(page, 'Torrente');
  await run(page, 'seq 300000');
  await waitForScreen(page, '300000');
  await page.keyboard.press('ArrowLeft');
  await page.locator('.slides .slide.present[data-title="Fallos"]').waitFor();
});

test('asks for the value of a gap, and remembers it', async () => {
  const { page } = deck;
  await goTo(page, 'Hueco');
  await press(page, 'echo <palabra>');
  await approve(page);
  await page.locator('.dialog--values input').fill('manzana');
  await page.keyboard.press('Enter');
  await waitForState(page, 'echo <palabra>', 'done');
  await waitForScreen(page, 'echo manzana');
  await press(page, 'echo <palabra>');
  expect(await page.locator('.dialog--values input').inputValue()).toBe('manzana');
  await page.keyboard.press('Escape');
});

test('copies a command', async () => {
  const { page } = deck;
  await goTo(page, 'Sencillas');
  await rowOf(page, 'pwd').locator('.run__menu').click();
  await page.getByRole('menuitem', { name: 'Copiar la orden' }).click();
  await page.locator('.say').getByText('Orden copiada').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('pwd');
});

test('loses neither session nor output when the window is loaded again', async () => {
  const { page } = deck;
  await goTo(page, 'Programas');
  await run(page, 'read nombre', 'open');
  await page.reload();
  await waitForState(page, 'read nombre', 'open');
  await waitForScreen(page, 'read nombre');
  await page.keyboard.press('t');
  await page.locator('.terminal-panel[data-entered]').waitFor();
  await page.keyboard.type('Eva\n');
  await waitForState(page, 'read nombre', 'done');
});
