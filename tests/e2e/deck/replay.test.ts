import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCourse } from '../../../src/course/course.ts';
import { makeSite } from '../../../src/export/site.ts';
import { writeSite } from '../../../src/export/site-folder.ts';
import { formatAsciicast } from '../../../src/recording/asciicast.ts';
import { serveFolder } from '../export/plain-server.ts';
import { goTo, press, rowOf, screenText, waitForScreen, waitForState } from './classroom.ts';
import { LESSON } from './lesson.ts';
import { useClassroom } from './suite.ts';

const suite = useClassroom(LESSON, { replay: true });

/** Puts a recording of a command beside the page. */
function record(command: string, output: string): void {
  const [own] = loadCourse(suite.room.folder).lessons;
  const step = own!.lesson.steps.find((one) => one.command === command)!;
  const text = formatAsciicast({
    ...{ columns: 80, rows: 24, date: '2026-03-14T10:00:00.000Z', step: step.id, command },
    ...{ engine: 'Docker 99.1', images: { ubuntu: 'sha256:abc' }, standIn: true },
    events: [
      { at: 0, code: 'o', data: `${output}\r\n` },
      { at: 40, code: 'x', data: '0' },
    ],
  });
  suite.room.add(`recordings/${step.id}.cast`, text);
}

test('replays a recording, and says from when, on what, and that images stood in', async () => {
  record('echo hola', 'hola grabado');
  const { page } = await suite.open();
  await goTo(page, 'Sencillas');
  await press(page, 'echo hola');
  await waitForState(page, 'echo hola', 'replayed');
  await waitForScreen(page, 'hola grabado');
  expect(await page.locator('.badge').textContent()).toBe('Grabación');
  expect(await rowOf(page, 'echo hola').locator('.step__output').textContent()).toBe('hola grabado');
  const about = await page.locator('.terminal__about').textContent();
  expect(about).toMatch(/14 mar 2026.*Docker 99\.1.*ubuntu.*imágenes de ensayo/);
  expect(await rowOf(page, 'echo hola').locator('.run').textContent()).toContain('14 mar 2026');
});

test("replays the page's own output where there is no recording", async () => {
  const { page } = await suite.open();
  await goTo(page, 'Sencillas');
  await press(page, 'pwd');
  await waitForState(page, 'pwd', 'replayed');
  await waitForScreen(page, '/usr');
  expect(await page.locator('.badge').textContent()).toBe('Salida de la página');
});

test('replays every step of a lesson, and waits for none', async () => {
  const { page } = await suite.open();
  for (const [slide, command] of [
    ['Programas', 'read nombre'],
    ['Fallos', 'sleep 600'],
    ['Torrente', 'seq 300000'],
    ['Hueco', 'echo <palabra>'],
  ] as const) {
    await goTo(page, slide);
    await press(page, command);
    await waitForState(page, command, 'replayed');
  }
});

test('takes a broken recording for none', async () => {
  record('echo hola', 'hola');
  const { page } = await suite.open();
  await page.route('**/recordings/*.cast', (route) => route.fulfill({ body: 'not a recording' }));
  await goTo(page, 'Sencillas');
  await press(page, 'echo hola');
  await waitForState(page, 'echo hola', 'replayed');
  expect(await page.locator('.badge').textContent()).toBe('Salida de la página');
});

test('replays on a plain web host, and looks for no helper', async () => {
  record('echo hola', 'hola grabado');
  const folder = mkdtempSync(join(tmpdir(), 'capas-static-'));
  writeSite(join(folder, 'site'), 'site', await makeSite(loadCourse(suite.room.folder)));
  const server = await serveFolder(join(folder, 'site'));
  const { page } = await suite.open();
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(`${server.address}lesson/`);
  await goTo(page, 'Sencillas');
  await press(page, 'echo hola');
  await waitForState(page, 'echo hola', 'replayed');
  expect(await screenText(page)).toContain('hola grabado');
  expect(sockets).toEqual([]);
  expect(server.missing).toEqual([]);
  server.close();
  rmSync(folder, { recursive: true });
});
