import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLessonFile, findRuntimeFile } from './lesson-files.ts';

let top: string;
beforeAll(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'capas-files-')));
  mkdirSync(join(top, 'course', 'unit', 'dir.png'), { recursive: true });
  mkdirSync(join(top, 'course', 'img'));
  for (const name of [
    'secret.png',
    'course/img/a.png',
    'course/unit/b.PNG',
    'course/unit/c.cast',
    'course/unit/d.md',
  ])
    writeFileSync(join(top, name), name);
  symlinkSync(join(top, 'secret.png'), join(top, 'course', 'unit', 'out.png'));
  symlinkSync(join(top, 'course', 'img', 'a.png'), join(top, 'course', 'unit', 'in.png'));
});
afterAll(() => rmSync(top, { recursive: true }));

const find = (...segments: string[]) =>
  findLessonFile(join(top, 'course'), join(top, 'course', 'unit'), segments);

describe('a file of a lesson', () => {
  it.each([
    ['b.PNG', 'image/png'],
    ['c.cast', 'application/x-asciicast'],
    ['in.png', 'image/png'],
  ])('%s is served as %s', (name, type) => {
    expect(find(name)?.type).toBe(type);
  });

  it.each([['d.md'], ['dir.png'], ['gone.png'], ['out.png'], ['..', '..', 'secret.png'], ['b.PNG\0'], ['']])(
    '%s is not',
    (...segments) => {
      expect(find(...segments)).toBeNull();
    },
  );

  it('is no file of the runtime, unless a runtime has such', () => {
    const unit = join(top, 'course', 'unit');
    expect(findRuntimeFile(unit, ['b.PNG'])?.type).toBe('image/png');
    expect(findRuntimeFile(unit, ['c.cast'])).toBeNull();
    expect(findRuntimeFile(unit, ['in.png'])).toBeNull();
  });
});
