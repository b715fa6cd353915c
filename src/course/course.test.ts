import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderDeck } from '../compiler/html/deck.ts';
import { renderCourse } from '../compiler/html/index-page.ts';
import { needsEngine } from '../helper/session/engine-need.ts';
import { loadCourse, loadLesson } from './course.ts';
import { orderPages } from './course-order.ts';
import { makeRenderOptions } from './render-options.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-course-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const page = (title: string, order?: number) =>
  `---\ntitle: ${title}\n${order === undefined ? '' : `nav_order: ${order}\n`}---\n\n# ${title}\n\nText.\n`;

const titles = () => loadCourse(folder).lessons.map(({ lesson }) => lesson.title);

describe('a folder of pages', () => {
  it('is ordered by nav_order, then by name, numbers as people count', () => {
    write({ 'a.md': page('A', 2), 'b.md': page('B', 1), 'part10.md': page('Ten'), 'part9.md': page('Nine') });
    expect(titles()).toEqual(['B', 'A', 'Nine', 'Ten']);
  });

  it('takes what course.yml says of it', () => {
    write({
      'a.md': page('A'),
      'b.md': page('B'),
      'course.yml': 'title: All\nlanguage: en\ndescription: Two.\n',
    });
    expect(loadCourse(folder)).toMatchObject({ title: 'All', lang: 'en', description: 'Two.' });
  });

  it('needs no engine, and has the theme, that course.yml says, also after an edit', () => {
    write({
      'a.md': `${page('A')}\n~~~sh\ndocker ps\n~~~\n`,
      'course.yml': 'engine: none\ntheme: dark\n',
    });
    const course = loadCourse(folder);
    const [own] = course.lessons;
    expect(needsEngine(own!.lesson)).toBe(false);
    expect(needsEngine(loadLesson(own!.path, course, 'a').lesson)).toBe(false);
    expect(needsEngine(loadLesson(own!.path, { ...course, engine: 'auto' }, 'a').lesson)).toBe(true);
    const options = makeRenderOptions(course, own!, { home: 'static', highlight: (code) => code });
    expect(renderDeck(own!.lesson, options)).toMatch(/<html [^>]*data-theme="dark"/);
    expect(renderCourse(course, { runtime: '' })).toMatch(/<html [^>]*data-theme="dark"/);
    expect(renderCourse({ ...course, theme: 'auto' }, { runtime: '' })).not.toContain('data-theme');
  });

  it('leaves out pages about the project, and hidden folders', () => {
    write({
      'a.md': page('A'),
      'README.md': page('R'),
      '404.md': page('N'),
      '.git/b.md': page('B'),
      '_c/c.md': page('C'),
    });
    expect(titles()).toEqual(['A']);
  });
});

describe("a Jekyll site's folder", () => {
  it('has its collections and posts, in their order, and nothing of its machinery', () => {
    write({
      '_config.yml': 'title: The site\nlang: es\nauthor:\n  name: Somebody\n',
      '_posts/2017-01-25-second.markdown': page('Second'),
      '_posts/2016-10-25-first.markdown': page('First'),
      '_layouts/a.md': page('Layout'),
      '_site/a.md': page('Made'),
      '_includes/b.md': page('Part'),
    });
    expect(titles()).toEqual(['First', 'Second']);
    expect(loadCourse(folder)).toMatchObject({ title: 'The site', lang: 'es' });
  });

  it('still opens when its settings are broken', () => {
    write({ '_config.yml': 'title: [', 'a.md': page('A'), 'b.md': page('B') });
    expect(titles()).toEqual(['A', 'B']);
  });
});

describe('orderPages', () => {
  const order = (pages: Record<string, number | null>) =>
    orderPages(
      Object.entries(pages).map(([path, navOrder]) => ({ path: `/c/${path}`, navOrder })),
      '/c',
    ).map(({ path }) => path.slice(3));

  it('keeps a folder together, in the place of its index, which opens it', () => {
    expect(
      order({ 'two/a.md': 1, 'two/index.md': 2, 'one/b.md': 2, 'one/a.md': 3, 'one/index.md': 1 }),
    ).toEqual(['one/index.md', 'one/b.md', 'one/a.md', 'two/index.md', 'two/a.md']);
  });

  it('sets a folder without an index where the first of its pages belongs', () => {
    expect(order({ 'last.md': 3, 'part/x.md': 2, 'first.md': 1, 'other/y.md': null })).toEqual([
      'first.md',
      'part/x.md',
      'last.md',
      'other/y.md',
    ]);
  });

  it('opens with an index that says no order, and keeps to the order of one that does', () => {
    expect(order({ 'a.md': 1, 'index.md': null })).toEqual(['index.md', 'a.md']);
    expect(order({ 'a.md': 1, 'index.md': 2 })).toEqual(['a.md', 'index.md']);
  });
});
