import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, time } from './figures.js';

const nothing = { picture: () => null, read: () => null, exists: () => true };

/**
 * Real pages of many authors, where they are at hand: how many are compiled in a second.
 * @param {typeof import('./parts.js')} capas
 * @returns {Promise<import('./figures.js').Figure[]>}
 */
export async function bench({ compile }) {
  const folder = process.env['CAPAS_CORPUS'] ?? join(import.meta.dirname, '..', '..', 'shared', 'corpus');
  if (!existsSync(folder)) return [];
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|markdown|txt)$/i.test(path) && path.includes('__'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  let slides = 0;
  const times = await time(5, () => {
    slides = pages.reduce((sum, page) => sum + compile(page, nothing).slides.length, 0);
  });
  const note = `${pages.length} pages, ${slides} slides`;
  return [
    {
      what: 'Real pages compiled',
      value: (pages.length / median(times)) * 1000,
      unit: 'pages a second',
      note,
    },
    { what: 'Memory of the process', value: process.memoryUsage().rss / 1e6, unit: 'MB' },
  ];
}
