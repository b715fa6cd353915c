import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

/**
 * One picture of all slides of a page, to look at: `node scripts/contact-sheet.js <page> <out.png> [--dark]
 * [--size 1024x768]`. Needs the built theme (`npm run build`) and a Chromium.
 */
const usage = 'node scripts/contact-sheet.js <page> <out.png> [--dark] [--size 1024x768]';
/** Width of one slide on the sheet, in pixels, and slides in a row. */
const thumbnail = 480;
const columns = 4;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dark: { type: 'boolean', default: false }, size: { type: 'string', default: '1280x720' } },
});
const [path, out] = positionals;
const [width, height] = values.size.split('x').map(Number);
if (path === undefined || out === undefined || !width || !height) {
  console.error(`Usage: ${usage}`);
  process.exit(2);
}

const vite = await createServer({
  root: join(dirname(fileURLToPath(import.meta.url)), '..'),
  configFile: false,
  appType: 'custom',
  server: { middlewareMode: true, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
  logLevel: 'error',
});
try {
  const { takeContactSheet } = await vite.ssrLoadModule('/tests/corpus/sheet.ts');
  const slides = await takeContactSheet(resolve(path), resolve(out), {
    folder: dirname(resolve(path)),
    dark: values.dark,
    screen: { width, height },
    thumbnail,
    columns,
  });
  console.log(`${out}: ${slides} slides`);
} finally {
  await vite.close();
}
