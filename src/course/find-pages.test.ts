import { chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPages } from './find-pages.ts';

let top: string;
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'capas-pages-')));
});
afterEach(() => rmSync(top, { recursive: true }));

function write(...files: string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(top, file)), { recursive: true });
    writeFileSync(join(top, file), '# x\n');
  }
}

function find(path: string): { root: string; pages: string[] } {
  const { root, pages } = findPages(join(top, path), path);
  return { root: relative(top, root), pages: pages.map((page) => relative(top, page)) };
}

describe('a page', () => {
  it('on its own is its folder’s only lesson', () => {
    write('a/page.txt', 'a/other.md');
    expect(find('a/page.txt')).toEqual({ root: 'a', pages: ['a/page.txt'] });
  });

  it.each(['course.yml', '_config.yml'])('belongs to the course above that has a %s', (name) => {
    write(`c/${name}`, 'c/one/two/page.md');
    expect(find('c/one/two/page.md').root).toBe('c');
  });

  // Only root may give a file away.
  it.runIf(process.getuid?.() === 0)('does not belong to what another user has put above it', () => {
    write('c/course.yml', 'c/one/page.md');
    chownSync(join(top, 'c/course.yml'), 12_345, 12_345);
    expect(find('c/one/page.md').root).toBe('c/one');
    chownSync(join(top, 'c/one'), 12_345, 12_345);
    expect(find('c/one/page.md').root).toBe('c');
  });

  it('does not belong to a course four folders above', () => {
    write('c/course.yml', 'c/1/2/3/4/page.md');
    expect(find('c/1/2/3/4/page.md').root).toBe('c/1/2/3/4');
  });

  it('that is a link is the page that it leads to', () => {
    write('a/page.md');
    symlinkSync(join(top, 'a/page.md'), join(top, 'link.md'));
    expect(find('link.md')).toEqual({ root: 'a', pages: ['a/page.md'] });
  });
});

describe('a folder', () => {
  it('has the pages in it and in the folders below, to a depth', () => {
    write('c/b.md', 'c/a.markdown', 'c/x/c.md', 'c/1/2/3/4/in.md', 'c/1/2/3/4/5/out.md', 'c/notes.txt');
    expect(find('c').pages.sort()).toEqual(['c/1/2/3/4/in.md', 'c/a.markdown', 'c/b.md', 'c/x/c.md']);
  });

  it('has none that is hidden, of another project, or about the project', () => {
    write(
      'c/a.md',
      'c/.b.md',
      'c/_c.md',
      'c/.git/d.md',
      'c/node_modules/e.md',
      'c/vendor/f.md',
      'c/CHANGELOG.md',
    );
    expect(find('c').pages).toEqual(['c/a.md']);
  });

  it('of nothing but a README has that', () => {
    write('c/README.md');
    expect(find('c').pages).toEqual(['c/README.md']);
  });

  it('in a course has its own pages, and the course’s root', () => {
    write('c/course.yml', 'c/one/a.md', 'c/two/b.md');
    expect(find('c/one')).toEqual({ root: 'c', pages: ['c/one/a.md'] });
  });
});

describe('what is no lesson', () => {
  it.each([
    ['nothing', 'gone.md: there is no such page or folder. Check the path.', 'gone.md'],
    ['a page as a folder', 'a.md/b: there is no such page or folder. Check the path.', 'a.md/b'],
    ['an empty folder', 'empty: there is no lesson in this folder. Put a Markdown page', 'empty'],
  ])('%s is said in one line with what to do', (_, message, path) => {
    write('a.md', 'empty/notes.txt');
    expect(() => find(path)).toThrow(message);
  });

  it('may be a device', () => {
    expect(() => findPages('/dev/null', '/dev/null')).toThrow('/dev/null: neither a file nor a folder');
  });
});
