import { describe, expect, it } from 'vitest';
import { makeSlugs } from './slugs.ts';

const slugs = (...pages: string[]) => makeSlugs(pages.map((page) => `/course/${page}`));

describe('the place of a page in addresses', () => {
  it.each([
    ['redes.md', 'redes'],
    ['imagenes/index.md', 'imagenes'],
    ['imagenes/README.md', 'imagenes'],
    ['Imágenes y Capas.md', 'imagenes-y-capas'],
    ['01_redes (2).markdown', '01-redes-2'],
    ['容器.md', '容器'],
    ['___.md', 'lesson'],
    ['_files.md', 'files'],
    ['_capas.md', 'capas'],
    ['a#b?c%20d&e.md', 'a-b-c-20d-e'],
  ])('%s: %s', (page, slug) => {
    expect(slugs(page)).toEqual([slug]);
  });

  it('tells equal names apart by their folders, then by number', () => {
    expect(slugs('one/a.md', 'two/a.md', 'x/two/a.md', 'y/two/a.md')).toEqual([
      'a',
      'two-a',
      'two-a-2',
      'two-a-3',
    ]);
  });

  it('is never that of another page, whatever the names', () => {
    const made = slugs('a/b.md', 'b.md', 'x/a-b.md', 'a/b.markdown', 'a.md/b.md', 'A/B.md');
    expect(new Set(made).size).toBe(made.length);
  });
});
