import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCourseSettings } from './course-settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const nothing = { title: '', author: '', description: '', language: '', theme: 'auto', engine: 'auto' };

function read(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return readCourseSettings(folder);
}

describe('course.yml', () => {
  it('may be missing or empty', () => {
    expect(read({})).toEqual(nothing);
    expect(read({ 'course.yml': '' })).toEqual(nothing);
    expect(read({ 'course.yml': '# nothing yet\n' })).toEqual(nothing);
  });

  it('says what it says; other keys are left alone', () => {
    const text = 'title: Docker\nlanguage: es\ntheme: dark\nengine: none\ncolour: red\n';
    expect(read({ 'course.yml': text })).toEqual({
      ...nothing,
      title: 'Docker',
      language: 'es',
      theme: 'dark',
      engine: 'none',
    });
  });

  it.each([
    ['theme: pink', /course\.yml: theme: .*Mend or remove it\.$/],
    ['title: [a, b]', /course\.yml: title: .*Mend or remove it\.$/],
    ['- a\n- b', /course\.yml: it holds no keys/],
    ['just words', /course\.yml: it holds no keys/],
    ['title: [', /course\.yml: not valid YAML\. [^\n]+$/],
  ])('%j is refused with the key and what to do', (text, message) => {
    expect(() => read({ 'course.yml': text })).toThrow(message);
  });

  it('goes before a site’s own settings', () => {
    expect(read({ 'course.yml': 'title: Ours\n', '_config.yml': 'title: Site\nlang: es\n' })).toEqual({
      ...nothing,
      title: 'Ours',
    });
  });
});

/** What stands in the place of a file of settings, and is none. */
const IMPOSTORS: [string, (path: string) => void, RegExp][] = [
  ['a pipe', (path) => execFileSync('mkfifo', [path]), /course\.yml: not a file\./],
  ['a folder', (path) => mkdirSync(path), /course\.yml: not a file\./],
  ['a link to a device', (path) => symlinkSync('/dev/zero', path), /course\.yml: leads out of the course\./],
  ['a link out', (path) => symlinkSync('/etc/hostname', path), /course\.yml: leads out of the course\./],
  ['far too large', (path) => writeFileSync(path, keys(200_000)), /course\.yml: larger than 64 KB\./],
];

const keys = (count: number) => Array.from({ length: count }, (_, at) => `key${at}: 1\n`).join('');

describe('settings that are no file', () => {
  it.each(IMPOSTORS)('%s: course.yml says so at once', (_, make, message) => {
    make(join(folder, 'course.yml'));
    expect(() => read({})).toThrow(message);
  });

  it.each(IMPOSTORS)('%s: a site’s are as if not there', (_, make) => {
    make(join(folder, '_config.yml'));
    expect(read({})).toEqual(nothing);
  });

  it('many keys within the limit take no time', () => {
    const begun = performance.now();
    expect(read({ '_config.yml': `${keys(60_000)}title: Site\n` })).toMatchObject({ title: 'Site' });
    expect(performance.now() - begun).toBeLessThan(4000);
  });

  it('deep and repeated YAML is refused in one line', () => {
    const bomb = `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join('')}`;
    expect(() => read({ 'course.yml': bomb })).toThrow(/course\.yml: not valid YAML\. [^\n]+$/);
    expect(() => read({ 'course.yml': '['.repeat(60_000) })).toThrow(/course\.yml: [^\n]+$/);
  });
});

describe('a Jekyll site’s settings', () => {
  it('give title, author, description and language', () => {
    const text = 'title: Site\nauthor: Ana\ndescription: All of it\nlocale: es-ES\ntheme: minima\n';
    expect(read({ '_config.yml': text })).toEqual({
      ...nothing,
      title: 'Site',
      author: 'Ana',
      description: 'All of it',
      language: 'es-ES',
    });
  });

  it.each(['title: [', '- a\n', 'title: 3\n', ''])(
    '%j, that say nothing of use, are as if not there',
    (text) => {
      expect(read({ '_config.yml': text })).toEqual(nothing);
    },
  );
});
