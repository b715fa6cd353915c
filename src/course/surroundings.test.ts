import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Surroundings } from '../compiler/model.ts';
import { makeSurroundings } from './surroundings.ts';

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>';

let top: string;
let beside: Surroundings;
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'capas-around-'));
  const files = {
    'out.svg': picture,
    'c/assets/root.svg': picture,
    'c/img/a b.svg': picture,
    'c/unit/own.svg': picture,
    'c/unit/broken.png': 'no picture',
    'c/unit/part.md': 'Words.',
    'c/redes.markdown': '# Redes',
    'c/unit/huge.md': 'x'.repeat(1024 * 1024 + 1),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, name)), { recursive: true });
    writeFileSync(join(top, name), text);
  }
  symlinkSync(join(top, 'out.svg'), join(top, 'c', 'unit', 'link.svg'));
  beside = makeSurroundings(join(top, 'c', 'unit'), join(top, 'c'));
});
afterAll(() => rmSync(top, { recursive: true }));

describe('pictures', () => {
  it.each(['own.svg', './own.svg?raw=true', '../img/a%20b.svg', '../img/a b.svg', '/assets/root.svg'])(
    '%s has its size',
    (path) => expect(beside.picture(path)).toEqual({ width: 40, height: 30 }),
  );

  it.each([
    'gone.svg',
    'broken.png',
    '../../out.svg',
    '/../out.svg',
    'link.svg',
    '../img',
    '',
    'a\0.svg',
    '%',
  ])('%j has none', (path) => expect(beside.picture(path)).toBeNull());
});

describe('includes', () => {
  it('are read', () => expect(beside.read('part.md')).toBe('Words.'));
  it.each(['gone.md', 'huge.md', '../../out.svg', 'link.svg', '..'])('%s is not', (path) => {
    expect(beside.read(path)).toBeNull();
  });
});

describe('links', () => {
  it.each(['part.md', 'part.html', 'part/', '/redes', '../redes.html#ports', '../unit'])(
    '%s leads somewhere',
    (path) => {
      expect(beside.exists(path)).toBe(true);
    },
  );
  it.each(['gone.md', '../../out', '/redes.txt'])('%s leads nowhere', (path) => {
    expect(beside.exists(path)).toBe(false);
  });
});
