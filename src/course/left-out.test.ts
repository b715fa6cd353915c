import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UsageError } from '../system/usage-error.ts';
import { loadCourse } from './course.ts';

/** A compiler that fails at some pages, as none should. */
vi.mock('../compiler/compile.ts', async (original) => {
  const { compile } = await original<typeof import('../compiler/compile.ts')>();
  return {
    compile: (...[page, around]: Parameters<typeof compile>) => {
      if (page.text.includes('breaks it')) throw new TypeError('x is undefined');
      return compile(page, around);
    },
  };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-left-out-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

test('a page that fails is named, and the others go on', () => {
  write('a.md', '# A\n');
  write('b.md', '# breaks it\n');
  write('c.md', '# C\n\0');
  const { lessons, leftOut } = loadCourse(folder);
  expect(lessons.map(({ lesson }) => lesson.title)).toEqual(['A']);
  expect(leftOut).toEqual([
    {
      name: join(folder, 'b.md'),
      reason: "can't be compiled (x is undefined). Take out what was added last.",
    },
    {
      name: join(folder, 'c.md'),
      reason: 'this is not a text file. Name a Markdown page (.md, .markdown, .txt).',
    },
  ]);
});

test('a page that fails alone is named in one line', () => {
  write('b.md', '# breaks it\n');
  expect(() => loadCourse(join(folder, 'b.md'))).toThrow(UsageError);
  expect(() => loadCourse(join(folder, 'b.md'))).toThrow(/^\S+b\.md: can't be compiled \(x is undefined\)\./);
});
