import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDeck } from '../../src/compiler/html/deck.ts';
import type { Density } from '../../src/compiler/model.ts';
import { heightIn } from '../../src/compiler/slides/density.ts';
import { TYPE } from '../../src/compiler/slides/layout.ts';
import { compilePage } from '../../src/compiler/slides/slides.fixture.ts';
import { launchBrowser } from '../../src/export/browser.ts';
import { layOutSlides, measureSlides, openSlideTable } from '../../src/export/measure-slides.ts';
import { openOfflinePage } from '../../src/export/offline-page.ts';
import { packageRoot } from '../../src/system/package-root.ts';
import { plainOptions } from '../corpus/render-options.ts';

const sentence =
  'Each container adds one thin layer that can be written to, and `docker ps -s` tells how large it is.';
const output = Array.from({ length: 6 }, (_, at) => `line ${at} of what the command prints`).join('\n');

/** One slide each; its type is one of several sizes. */
const slides: Record<string, string> = {
  paragraphs: `${sentence}\n\n${sentence}\n\nShort.`,
  list: Array.from({ length: 7 }, (_, at) => `- item ${at} with **bold** words and \`code\``).join('\n'),
  'nested list':
    '- one\n  - inner one\n  - inner two\n  - inner three\n- two\n  1. first\n  2. second\n- three',
  'loose list with code':
    '1. First do this:\n\n   ```yaml\n   a: 1\n   b: 2\n   ```\n\n   and wait.\n\n2. Then that:\n\n   ```yaml\n   c: 3\n   ```',
  code: `\`\`\`yaml\n${Array.from({ length: 12 }, (_, at) => `key${at}: value`).join('\n')}\n\`\`\``,
  'wide code': `\`\`\`text\n${Array.from({ length: 14 }, () => 'x'.repeat(118)).join('\n')}\n\`\`\``,
  'code that wraps': `\`\`\`text\n${Array.from({ length: 5 }, () => 'word '.repeat(50)).join('\n')}\n\`\`\``,
  transcript: `\`\`\`console\n$ docker images\n${output}\n$ docker ps\n${output}\n\`\`\``,
  'long command': `\`\`\`console\n$ docker run -d --name my-apache-app -p 8080:80 --restart always --network bridge --env KEY=value --env OTHER=value httpd:2.4\n${output}\n${output}\n\`\`\``,
  'inside a container':
    '```console\n$ docker run -it --name c1 ubuntu bash\nroot@a2d1ce6990d8:/# ls\nbin  boot\nroot@a2d1ce6990d8:/# pwd\n/\nroot@a2d1ce6990d8:/# exit\n```',
  table: `| Command | What it does |\n|---|---|\n${Array.from({ length: 6 }, (_, at) => `| \`docker x${at}\` | something |`).join('\n')}`,
  callouts: `> [!NOTE]\n> ${sentence}\n\n> [!WARNING]\n> Short.\n>\n> - one\n> - two`,
  quotes: `> ${sentence}\n>\n> ${sentence}\n\n- x\n- y`,
  definitions:
    'image\n: a template\n\ncontainer\n: a running copy\n\nregistry\n: where images are kept\n\nlayer\n: a difference',
  columns: '- one\n- two\n- three\n- four\n- five\n- six\n- seven\n- eight\n- nine\n- ten\n{: .columns}',
};
const page = `# T\n\n${Object.entries(slides)
  .map(([name, body]) => `## ${name}\n\n${body}\n`)
  .join('\n')}`;

describe('what the compiler thinks of heights', () => {
  let browser: Browser;
  let table: Page;
  const lesson = compilePage(page);
  const deck = renderDeck(lesson, plainOptions);
  const opener = new Map(lesson.steps.map((step) => [step.id, step.inside]));
  const inside = (step: string) => opener.get(step) ?? null;

  beforeAll(async () => {
    browser = await launchBrowser();
    table = await openSlideTable(browser, packageRoot);
    await layOutSlides(table, deck);
  });
  afterAll(() => browser?.close());

  it.each(Object.keys(slides))('are what a browser makes of them: %s', async (name) => {
    const [slide] = lesson.slides.filter((one) => one.title === name);
    const at = lesson.slides.indexOf(slide!);
    expect(lesson.slides.filter((one) => one.title === name).length).toBe(1);
    expect((await measureSlides(table))[at]!.overflow).toBe(0);
    for (const density of ['full', 'normal', 'roomy', 'sparse'] as const) {
      await setDensity(table, density);
      const { used, room } = (await measureSlides(table))[at]!;
      const thought = heightIn(TYPE[density], slide!.shown, inside);
      if (density === 'normal' || thought <= room) expect(Math.abs(thought - used), density).toBeLessThan(4);
    }
    await setDensity(table, null);
  });
});

/** Sets all slides in one density, or each in its own again. */
async function setDensity(table: Page, density: Density | null): Promise<void> {
  await table.evaluate((wanted) => {
    for (const slide of document.querySelectorAll<HTMLElement>('.slide')) {
      slide.dataset['classes'] ??= slide.className;
      const own = slide.dataset['classes'];
      slide.className =
        wanted === null ? own : `${own.replace(/slide--(sparse|roomy|full|dense)/, '')} slide--${wanted}`;
    }
  }, density);
}

describe('laying out all slides at once', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each([
    { width: 1280, height: 720 },
    { width: 1024, height: 768 },
  ])('measures what reveal.js shows at $width × $height', async (viewport) => {
    const lesson = compilePage(page);
    const deck = renderDeck(lesson, plainOptions);
    const table = await openSlideTable(browser, packageRoot);
    await layOutSlides(table, deck);
    const atOnce = await measureSlides(table);
    const shown = await openOfflinePage(browser, {
      html: deck,
      address: '/page/index.html',
      folders: { _capas: join(packageRoot, 'dist', 'deck') },
    });
    await shown.setViewportSize(viewport);
    for (const expected of atOnce) {
      await shown.evaluate((id) => {
        location.hash = `#/${id}`;
      }, expected.id);
      await shown.waitForSelector(`#${expected.id}.present`);
      const [real] = (await measureSlides(shown)).filter((slide) => slide.id === expected.id);
      expect(real, expected.id).toMatchObject({
        overflow: 0,
        smallestText: expected.smallestText,
        smallestCode: expected.smallestCode,
      });
      expect(Math.abs(real!.used - expected.used)).toBeLessThan(2);
    }
  });
});
