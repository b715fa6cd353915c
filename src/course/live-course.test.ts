import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCourse } from './course.ts';
import { type LessonChange, LiveCourse } from './live-course.ts';

let folder: string;
let page: string;
let course: LiveCourse;
let changes: LessonChange[];
let rendered: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-live-'));
  page = join(folder, 'lesson.md');
  writeFileSync(page, '# First\n');
  changes = [];
  rendered = 0;
  const show = (kind: string) => (_: unknown, own: { lesson: { title: string } }) => {
    rendered++;
    return `${kind}: ${own.lesson.title}`;
  };
  const renderer = { deck: show('deck'), handout: show('handout'), index: () => 'index' };
  course = new LiveCourse(loadCourse(page), renderer);
  course.onChange((_, change) => changes.push(change));
  course.watch();
});
afterEach(() => {
  course.close();
  rmSync(folder, { recursive: true });
});

const change = (type: string) => expect.poll(() => changes.at(-1)?.type, { timeout: 4000 }).toBe(type);

describe('a course that is presented', () => {
  it('renders a page once, and again when it was edited', async () => {
    expect(await course.deck('lesson')).toBe('deck: First');
    expect(await course.deck('lesson')).toBe('deck: First');
    expect(await course.handout('lesson')).toBe('handout: First');
    expect(rendered).toBe(2);
    writeFileSync(page, '# Second\n');
    await change('changed');
    expect(await course.deck('lesson')).toBe('deck: Second');
  });

  it('keeps the last good lesson, and says why, until the page can be read again', async () => {
    writeFileSync(page, Buffer.from([0, 1, 2, 3]));
    await change('broken');
    expect(changes.at(-1)).toMatchObject({ message: expect.stringContaining('lesson.md: ') });
    expect(course.problem('lesson')).toContain('not a text file');
    expect(await course.deck('lesson')).toBe('deck: First');
    writeFileSync(page, '# Mended\n');
    await change('changed');
    expect(course.problem('lesson')).toBeNull();
    expect(await course.deck('lesson')).toBe('deck: Mended');
  });

  it('keeps it too when the page is gone for a while', async () => {
    renameSync(page, `${page}.away`);
    await change('broken');
    expect(await course.deck('lesson')).toBe('deck: First');
    renameSync(`${page}.away`, page);
    await change('changed');
  });

  it.each([
    ['a pipe', () => execFileSync('mkfifo', [page])],
    ['a folder', () => mkdirSync(page)],
    ['a link out of the course', () => symlinkSync('/etc/hostname', page)],
    ['a link to a device', () => symlinkSync('/dev/zero', page)],
  ])('keeps it when %s takes the place of the page', async (_, replace) => {
    rmSync(page);
    replace();
    await change('broken');
    expect(course.problem('lesson')).toMatch(/not a file|leads out of the course|no such page/);
    expect(await course.deck('lesson')).toBe('deck: First');
    rmSync(page, { recursive: true });
    writeFileSync(page, '# Back\n');
    await change('changed');
  });

  it('tells everybody, whatever one of those who are told throws', async () => {
    const told: LessonChange[] = [];
    course.onChange(() => {
      throw new Error('a listener of no use');
    });
    course.onChange((_, one) => told.push(one));
    writeFileSync(page, '# Second\n');
    await expect.poll(() => told, { timeout: 4000 }).toEqual([{ type: 'changed', version: 1 }]);
  });

  it('counts its versions', async () => {
    writeFileSync(page, '# Second\n');
    await change('changed');
    const [first] = changes;
    expect(first).toEqual({ type: 'changed', version: 1 });
    writeFileSync(page, '# Third, longer\n');
    await expect.poll(() => changes.at(-1), { timeout: 4000 }).toMatchObject({ version: 2 });
  });
});
