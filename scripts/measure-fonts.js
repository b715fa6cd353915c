/**
 * Measures the bundled text face in a browser and writes `src/compiler/slides/metrics.ts`: how wide each
 * letter is, in thousandths of the font size, regular and bold. Run it again when the font changes:
 * `node scripts/measure-fonts.js`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';

const FONT =
  'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';
const TARGET = 'src/compiler/slides/metrics.ts';
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

const letters = [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...'ŒœŠšŽžŸ‘’‚“”„†‡•…‰‹›€™–—→←↑↓−'].join('');
const browser = await chromium.launch({
  executablePath: SYSTEM,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
const widths = await page.evaluate(measure, { letters, font: readFileSync(FONT).toString('base64') });
await browser.close();
writeFileSync(TARGET, render(widths));

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
}

async function measure({ letters, font }) {
  const bytes = Uint8Array.from(atob(font), (c) => c.charCodeAt(0));
  const face = new FontFace('Measured', bytes, { weight: '200 800' });
  document.fonts.add(await face.load());
  const context = document.createElement('canvas').getContext('2d');
  const advances = (weight) => {
    context.font = `${weight} 1000px Measured`;
    return [...letters].map((letter) => Math.round(context.measureText(letter).width));
  };
  return { regular: advances(400), bold: advances(700) };
}

function render({ regular, bold }) {
  return `/** Written by scripts/measure-fonts.js: do not edit. */

/** The letters that were measured, in the order of the two tables. */
export const LETTERS = ${JSON.stringify(letters)};

/** Advance widths of Atkinson Hyperlegible Next in thousandths of the font size, weight 400. */
export const REGULAR = ${JSON.stringify(regular)};

/** The same, weight 700. */
export const BOLD = ${JSON.stringify(bold)};
`;
}
