import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuildCurrent, looksStale, SOURCES, stampBuild } from './build-stamp.js';

let root: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'capas-stamp-'));
  for (const folder of ['src/deck', 'assets', 'dist']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of SOURCES.filter((name) => name.includes('.'))) write(file, '');
  write('src/deck/words.ts', 'live');
  await stampBuild(async () => {}, root);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string, at = new Date(Date.now() + 5_000)): void {
  writeFileSync(join(root, path), text);
  utimesSync(join(root, path), at, at);
}

describe('a build is of other sources', () => {
  it.each([
    ['when a word of a source changed', () => write('src/deck/words.ts', 'XXXX')],
    ['when a source is new', () => write('src/deck/new.ts', '')],
    ['when a style changed', () => write('assets/deck.css', 'a{}')],
    ['when the packages changed', () => write('package-lock.json', '{}')],
    ['when there is none', () => rmSync(join(root, 'dist'), { recursive: true })],
  ])('%s', (_, change) => {
    change();
    expect(isBuildCurrent(root)).toBe(false);
    expect(looksStale(root)).toBe(true);
  });

  it('when a source is gone, or was put there with the time of an older one', () => {
    write('src/deck/words.ts', 'XXXX', new Date(0));
    expect(isBuildCurrent(root)).toBe(false);
    rmSync(join(root, 'src/deck/words.ts'));
    expect(isBuildCurrent(root)).toBe(false);
  });

  it('when it failed, whatever stood there before', async () => {
    const failing = stampBuild(async () => {
      throw new Error('no');
    }, root);
    await expect(failing).rejects.toThrow('no');
    expect(isBuildCurrent(root)).toBe(false);
  });

  it('when a source changed while it was built', async () => {
    await stampBuild(async () => write('src/deck/words.ts', 'XXXX'), root);
    expect(isBuildCurrent(root)).toBe(false);
  });
});

it.each([
  ['nothing was touched', () => {}],
  ['a checkout gave the same sources new times', () => write('src/deck/words.ts', 'live')],
  ['only a test changed', () => write('src/deck/words.test.ts', 'it()')],
])('a build is current when %s', (_, change) => {
  change();
  expect(isBuildCurrent(root)).toBe(true);
  expect(looksStale(root)).toBe(false);
});
