import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { goTo, run } from './classroom.ts';
import { useClassroom } from './suite.ts';

/** A page whose elements are called what the deck calls its own. */
const PAGE = `---
title: Nombres
lang: es
---

# Nombres

## orden

<span class="notices">a</span> y <span class="say">b</span>.

\`\`\`
$ false
\`\`\`

## disfraz

<div class="dialog dialog--approval" id="dialog-title">falso <span class="action action--main">Aprobar</span></div>

<span class="say notice terminal-panel run" id="capas-data">x</span> y *z*{: .terminal-panel .menu #capas-dialog-title}

<table><tr><td><section class="slide present" id="x"><h1>encima</h1></section></td></tr></table>

<table><tr><td><div class="diagram"><pre class="diagram__source">flowchart LR
A --> B</pre></div></td></tr></table>

## fin

\`\`\`mermaid
flowchart LR
  A:::notices --> B:::fragment
  classDef notices fill:#f00
\`\`\`

| a | b |
| ---: | --- |
| 1 | 2 |
`;

const suite = useClassroom(PAGE);

test('what the deck says is seen, whatever the page calls its own', async () => {
  const { page, problems } = await suite.open();
  await goTo(page, 'orden');
  // Even where the compiler let them through.
  await page.locator('.slides .slide.present .slide__body').evaluate((body) => {
    for (const name of ['say', 'notices'])
      body.prepend(Object.assign(document.createElement('span'), { className: name }));
  });
  await run(page, 'false', 'failed');
  await seen(page, '.say[data-shown]', 'Falló. Pulse G');
  await suite.room.helper.close();
  await seen(page, '.notice', 'Se perdió la conexión');
  // The browser tells of each connection that it could not make, until its window is closed.
  await page.context().close();
  expect(problems.splice(0).every((line) => /WebSocket|ERR_CONNECTION_REFUSED/.test(line))).toBe(true);
});

test('nothing of the page looks like, or counts as, a part of the deck', async () => {
  const { page } = await suite.open();
  await goTo(page, 'disfraz');
  const slide = page.locator('.slides .slide.present');
  await expect.poll(() => slide.getAttribute('data-place')).toBe('3 / 4');
  expect(await page.locator('.slides section section').count()).toBe(4);
  expect(await slide.locator('.action, .dialog, .say, .notice, .terminal-panel, .menu, svg').count()).toBe(0);
  const floating = await slide
    .locator('.slide__body *')
    .evaluateAll((all) => all.filter((one) => getComputedStyle(one).position !== 'static').length);
  expect(floating).toBe(0);
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').getAttribute('aria-labelledby')).toBe('capas-dialog-title');
  expect(await page.locator('#capas-dialog-title').count()).toBe(1);
  expect(await page.locator('#capas-data').count()).toBe(1);
});

test('a drawing keeps its style, under classes of its own', async () => {
  const { page, problems } = await suite.open();
  await goTo(page, 'fin');
  const slide = page.locator('.slides .slide.present');
  const boxes = slide.locator('svg g.m-node > rect');
  await boxes.first().waitFor();
  expect(await slide.locator('svg .notices, svg .fragment').count()).toBe(0);
  const colours = await boxes.evaluateAll((all) => all.map((box) => getComputedStyle(box).fill));
  expect(colours[0]).toBe('rgb(255, 0, 0)');
  expect(colours[1]).not.toMatch(/^rgb\((?:255, 0, 0|0, 0, 0)\)$/);
  // Mermaid tries styles of its own while it draws, which the policy stops.
  expect(problems.splice(0).every((line) => line.includes('style-src-attr'))).toBe(true);
});

test('columns of a table stand as the page has them', async () => {
  const { page } = await suite.open();
  await goTo(page, 'fin');
  const cells = page.locator('.slides .slide.present td');
  const sides = await cells.evaluateAll((all) => all.map((cell) => getComputedStyle(cell).textAlign));
  expect(sides).toEqual(['right', 'left']);
});

/** Waits until an element of this name, in no slide, is there to be read. */
async function seen(page: Page, selector: string, words: string): Promise<void> {
  const line = page
    .locator(`body > ${selector}, body > :not(.reveal) > ${selector}`)
    .filter({ hasText: words });
  await line.waitFor();
}
