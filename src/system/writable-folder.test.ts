import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPlainPath, UnwritablePath, WritableFolder } from './writable-folder.ts';

let base: string;
let writable: WritableFolder;
const at = (...parts: string[]) => join(base, ...parts);
const read = (...parts: string[]) => readFileSync(at(...parts), 'utf8');

/** A folder from elsewhere beside what is the user's own. */
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'capas-writable-'));
  mkdirSync(at('folder', 'sub'), { recursive: true });
  mkdirSync(at('home'));
  writeFileSync(at('home', 'mine'), 'mine');
  writable = new WritableFolder(at('folder'));
});
afterEach(() => rmSync(base, { recursive: true }));

describe('what is written', () => {
  it('is whole, in folders that are made for it, and nothing else is left', () => {
    writable.write('sub/deep/text', 'Imágenes');
    writable.write('sub/deep/bytes', Uint8Array.of(0, 255));
    writable.write('sub/deep/text', 'new');
    writable.copy('copy', at('home', 'mine'));
    expect(readdirSync(at('folder', 'sub', 'deep')).sort()).toEqual(['bytes', 'text']);
    expect([read('folder', 'sub', 'deep', 'text'), read('folder', 'copy')]).toEqual(['new', 'mine']);
    expect([...readFileSync(at('folder', 'sub', 'deep', 'bytes'))]).toEqual([0, 255]);
  });

  it('makes the folder itself', () => {
    new WritableFolder(at('new', 'folder')).write('text', 'x');
    expect(read('new', 'folder', 'text')).toBe('x');
  });

  it('may be reached by a link of the user’s to the folder itself', () => {
    symlinkSync(at('folder'), at('mine'));
    new WritableFolder(at('mine')).write('sub/text', 'x');
    expect(read('folder', 'sub', 'text')).toBe('x');
    expect(lstatSync(at('mine')).isSymbolicLink()).toBe(true);
  });

  it('a large file is copied whole', () => {
    const bytes = Buffer.from(Array.from({ length: 700_001 }, (_, index) => index % 251));
    writeFileSync(at('large'), bytes);
    writable.copy('large', at('large'));
    expect(readFileSync(at('folder', 'large')).equals(bytes)).toBe(true);
  });

  it('what can’t be copied leaves nothing behind, and what was there', () => {
    writable.write('text', 'old');
    execFileSync('mkfifo', [at('pipe')]);
    for (const source of ['pipe', 'home', 'missing'])
      expect(() => writable.copy('text', at(source))).toThrow(UnwritablePath);
    expect(read('folder', 'text')).toBe('old');
    expect(readdirSync(at('folder')).sort()).toEqual(['sub', 'text']);
  });

  it('has a name of its own: another name of the file that was there keeps its bytes', () => {
    linkSync(at('home', 'mine'), at('folder', 'hard'));
    writable.write('hard', 'new');
    expect([read('folder', 'hard'), read('home', 'mine')]).toEqual(['new', 'mine']);
  });
});

describe('what a folder holds that came from elsewhere', () => {
  beforeEach(() => {
    symlinkSync('../home/mine', at('folder', 'leaf'));
    symlinkSync('../home', at('folder', 'way'));
    symlinkSync(at('home', 'new'), at('folder', 'dangling'));
    symlinkSync('sub', at('folder', 'inside'));
    execFileSync('mkfifo', [at('folder', 'pipe')]);
  });

  it.each([
    ['leaf', /^.*leaf: a link to \.\.\/home\/mine, and Capas writes through none\. Remove it, or put a file/],
    ['way/mine', /way: a link to \.\.\/home, .* or put a folder in its place/],
    ['way/new/deep', /way: a link/],
    ['dangling', /dangling: a link/],
    ['dangling/text', /dangling: a link/],
    ['inside/text', /inside: a link/],
    ['pipe', /pipe: not a file/],
    ['pipe/text', /pipe: not a folder/],
    ['sub', /sub: not a file/],
    ['../home/mine', /leads out/],
    ['sub/../../home/mine', /leads out/],
    ['/etc/none', /leads out/],
    ['', /leads out/],
  ])('%j is neither written, removed nor found', (path, why) => {
    const before = readdirSync(at('folder')).sort();
    for (const act of [
      () => writable.check(path),
      () => writable.write(path, 'x'),
      () => writable.copy(path, at('home', 'mine')),
      () => writable.remove(path),
    ]) {
      expect(act).toThrow(UnwritablePath);
      expect(act).toThrow(why);
    }
    expect(writable.find(path)).toBeNull();
    expect(read('home', 'mine')).toBe('mine');
    expect(readdirSync(at('home'))).toEqual(['mine']);
    expect(readdirSync(at('folder')).sort()).toEqual(before);
  });

  it('is listed only where no link leads', () => {
    writable.write('sub/text', 'x');
    expect(writable.list('sub')).toEqual(['text']);
    for (const path of ['way', 'inside', 'leaf', 'missing', '..', 'pipe'])
      expect(writable.list(path)).toEqual([]);
  });
});

it('a regular file is found and removed; where there is none, nothing is', () => {
  writable.write('sub/text', 'x');
  expect(writable.find('sub/text')).toBe(at('folder', 'sub', 'text'));
  writable.remove('sub/text');
  writable.remove('sub/text');
  writable.remove('none/text');
  expect(writable.find('sub/text')).toBeNull();
  expect(existsSync(at('folder', 'none'))).toBe(false);
});

it('says what the system says', () => {
  const file = new WritableFolder(at('home', 'mine'));
  expect(() => file.write('text', 'x')).toThrow(/text: can't be written \((EEXIST|ENOTDIR)\)\.$/);
});

it.each(['a', 'a/b.svg', '.nojekyll', '...'])('%j is a plain path', (path) =>
  expect(isPlainPath(path)).toBe(true),
);
it.each(['', '/a', 'a//b', './a', 'a/..', 'a\0', 'a/'])('%j is not', (path) =>
  expect(isPlainPath(path)).toBe(false),
);
