import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, time } from './figures.js';
import { makePage } from './pages.js';

const bin = join(import.meta.dirname, '..', 'bin', 'capas.js');

/**
 * The same 300 slides by Capas and by Marp CLI, which is installed into a temporary folder for it.
 * @returns {Promise<import('./figures.js').Figure[]>}
 */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'capas-peers-'));
  const page = join(folder, 'page.md');
  writeFileSync(page, makePage(300));
  const marpPage = join(folder, 'marp.md');
  writeFileSync(marpPage, makePage(300).replace('---\n', '---\nmarp: true\nheadingDivider: 3\n'));
  execFileSync('npm', ['install', '--silent', '--no-audit', '--prefix', folder, '@marp-team/marp-cli@4'], {
    stdio: 'ignore',
  });
  const marp = join(folder, 'node_modules', '@marp-team', 'marp-cli', 'marp-cli.js');
  const run = (/** @type {string[]} */ ...args) => execFileSync(process.execPath, args, { stdio: 'pipe' });
  const file = (/** @type {string} */ name) => join(folder, name);
  const times = {
    capasHtml: await time(3, () => run(bin, 'build', page, '-o', file('site'))),
    marpHtml: await time(3, () => run(marp, marpPage, '-o', file('marp.html'))),
    capasPdf: await time(3, () => run(bin, 'pdf', page, '-o', file('capas.pdf'))),
    marpPdf: await time(3, () => run(marp, marpPage, '--pdf-outlines', '-o', file('marp.pdf'))),
  };
  const kilobytes = (/** @type {string} */ name) => statSync(file(name)).size / 1024;
  const figures = [
    { what: '300 slides to HTML, Capas', value: median(times.capasHtml) / 1000, unit: 's' },
    { what: '300 slides to HTML, Marp', value: median(times.marpHtml) / 1000, unit: 's' },
    { what: '300 slides to PDF, Capas', value: median(times.capasPdf) / 1000, unit: 's' },
    { what: '300 slides to PDF, Marp', value: median(times.marpPdf) / 1000, unit: 's' },
    { what: 'size of the PDF, Capas', value: kilobytes('capas.pdf'), unit: 'KB' },
    { what: 'size of the PDF, Marp', value: kilobytes('marp.pdf'), unit: 'KB' },
  ];
  rmSync(folder, { recursive: true });
  return figures;
}
