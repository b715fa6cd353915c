import { beforeEach, expect, test } from 'vitest';
import { type DeckWindow, goTo, press, rowOf, waitForState } from './classroom.ts';
import { useClassroom } from './suite.ts';

/** Longer than any box that lists it. */
const MANY = Array.from({ length: 60 }, (_, at) => `$ echo ${at + 1}`).join('\n');
const PAGE = `---
title: Aprobar
lang: es
---

# Aprobar

## Pocas

\`\`\`
$ echo hola
hola
\`\`\`
`;

const suite = useClassroom(PAGE);
let deck: DeckWindow;

beforeEach(async () => {
  deck = await suite.open();
  await goTo(deck.page, 'Pocas');
});

const dialogs = () => deck.page.locator('dialog[open]');
const approve = () => deck.page.locator('.dialog--approval .action--main');
const isEnabled = () => approve().isEnabled();

/** Nothing was approved: the next press asks again. */
async function expectUnapproved(): Promise<void> {
  const { page } = deck;
  await page.keyboard.press('Escape');
  await dialogs().waitFor({ state: 'detached' });
  await waitForState(page, 'echo hola', 'waiting');
  await press(page, 'echo hola');
  await approve().waitFor();
}

test('Enter that is held on a run button opens the question and does not answer it', async () => {
  const { page } = deck;
  await rowOf(page, 'echo hola').locator('.run__main').focus();
  await page.keyboard.down('Enter');
  await approve().waitFor();
  // A held key: repeats until well after the moment in which the question may be answered.
  await expect
    .poll(async () => {
      await page.keyboard.down('Enter');
      return isEnabled();
    })
    .toBe(true);
  for (let repeats = 0; repeats < 30; repeats++) await page.keyboard.down('Enter');
  // Even where the approving button has the focus.
  await approve().focus();
  for (let repeats = 0; repeats < 30; repeats++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  expect(await dialogs().count()).toBe(1);
  await expectUnapproved();
});

test.each(['Enter', 'Space'])('%s pressed twice does not answer', async (key) => {
  const { page } = deck;
  await rowOf(page, 'echo hola').locator('.run__main').focus();
  await page.keyboard.press(key);
  await page.keyboard.press(key);
  await approve().waitFor();
  await page.keyboard.press(key);
  await expect.poll(isEnabled).toBe(true);
  await page.keyboard.press(key);
  expect(await page.locator('.commands').evaluate((list) => list === document.activeElement)).toBe(true);
  expect(await dialogs().count()).toBe(1);
  await expectUnapproved();
});

test('a double click opens one question, and does not answer it', async () => {
  const { page } = deck;
  await rowOf(page, 'echo hola').locator('.run__main').dblclick();
  await approve().waitFor();
  expect(await dialogs().count()).toBe(1);
  await expect.poll(isEnabled).toBe(true);
  expect(await dialogs().count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.locator('.dialog--approval').waitFor({ state: 'detached' });
  await waitForState(page, 'echo hola', 'waiting');
  expect(await dialogs().count()).toBe(0);
});

test('two requests at once open one question', async () => {
  const { page } = deck;
  await page.evaluate(() => {
    const button = document.querySelector<HTMLElement>('.slide.present .run__main')!;
    button.click();
    button.click();
  });
  await approve().waitFor();
  await expect.poll(isEnabled).toBe(true);
  expect(await dialogs().count()).toBe(1);
});

test('a press before anybody can have noticed the question does not count', async () => {
  const { page } = deck;
  const early = await page.evaluate(async () => {
    document.querySelector<HTMLElement>('.slide.present .run__main')!.click();
    while (!document.querySelector('.dialog--approval')) await new Promise(requestAnimationFrame);
    const buttons = [...document.querySelectorAll<HTMLElement>('.dialog--approval .action')].slice(1);
    for (const button of buttons) button.click();
    document.querySelector<HTMLElement>('.dialog--approval')!.click();
    return document.querySelectorAll('dialog[open]').length;
  });
  expect(early).toBe(1);
  await approve().click();
  await waitForState(page, 'echo hola', 'done');
});

test('a press that began before it could be answered does not count when it ends', async () => {
  const { page } = deck;
  await page.clock.install();
  await press(page, 'echo hola');
  await approve().waitFor();
  const box = (await approve().boundingBox())!;
  expect(await isEnabled()).toBe(false);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.clock.runFor(700);
  await expect.poll(isEnabled).toBe(true);
  await page.mouse.up();
  expect(await dialogs().count()).toBe(1);
  await expectUnapproved();
});

test('a list that is longer than its box is gone through to its end before it can be approved', async () => {
  const { page } = deck;
  suite.room.write(`${PAGE}\n## Muchas\n\n\`\`\`\n${MANY}\n\`\`\`\n`);
  await page.locator('.say').getByText('Página actualizada.').waitFor();
  await page.clock.install();
  await press(page, 'echo hola');
  await page.locator('.commands__rest').waitFor();
  await page.clock.runFor(700);
  expect(await page.locator('.dialog--approval .action').nth(1).isEnabled()).toBe(true);
  expect(await isEnabled()).toBe(false);
  await page.locator('.commands').evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect.poll(isEnabled).toBe(true);
  expect(await page.locator('.commands__rest').count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialogs().waitFor({ state: 'detached' });
  await press(page, 'echo hola');
  await page.locator('.commands__rest').waitFor();
  await page.clock.runFor(60_000);
  expect(await page.locator('.dialog--approval .action').nth(1).isEnabled()).toBe(true);
  expect(await isEnabled()).toBe(false);
  await page.keyboard.press('End');
  await page.clock.runFor(1000);
  await expect.poll(isEnabled).toBe(true);
});

test('a held R runs one command, not all of them', async () => {
  const { page } = deck;
  suite.room.write(`${PAGE}\n## Dos\n\n\`\`\`\n$ echo a\n$ echo b\n\`\`\`\n`);
  await page.locator('.say').getByText('Página actualizada.').waitFor();
  await press(page, 'echo hola');
  await approve().click();
  await waitForState(page, 'echo hola', 'done');
  await goTo(page, 'Dos');
  await page.keyboard.down('r');
  await waitForState(page, 'echo a', 'done');
  for (let repeats = 0; repeats < 10; repeats++) await page.keyboard.down('r');
  await page.keyboard.up('r');
  await waitForState(page, 'echo b', 'waiting');
});

test('shows each character of a command that could not be seen', async () => {
  const { page } = deck;
  suite.room.write(PAGE.replace('echo hola', 'echo\u00A0ho\u3164la'));
  await page.locator('.say').getByText('Página actualizada.').waitFor();
  await page.locator('.slides .slide.present .run__main').click();
  await expect
    .poll(() => page.locator('.commands code').allInnerTexts())
    .toEqual(['echo⟨U+00A0⟩ho⟨U+3164⟩la']);
});

test('a word stands on the button of a command whose signs a shell misreads, until it ran', async () => {
  const { page } = deck;
  suite.room.write(PAGE.replace('echo hola', 'echo\u00A0“hola”'));
  await page.locator('.say').getByText('Página actualizada.').waitFor();
  const button = page.locator('.slides .slide.present .run__main');
  expect(await button.getAttribute('title')).toBe(
    'Tiene signos que la terminal no lee como tales: ⟨U+00A0⟩ “ ”',
  );
  expect(await button.getAttribute('aria-label')).toContain('signos');
  await page.locator('.slides .slide.present .run--doubtful').waitFor();
  await button.click();
  await approve().click();
  await page.locator('.slides .slide.present .run--failed').waitFor();
  expect(await page.locator('.slides .slide.present .run--doubtful').count()).toBe(0);
});
