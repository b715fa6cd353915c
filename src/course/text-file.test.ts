import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPageText } from './text-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-text-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(bytes: Uint8Array | string) {
  const file = join(folder, 'page.md');
  writeFileSync(file, bytes);
  return readPageText(file, 'page.md');
}

describe('a page', () => {
  it.each([
    ['UTF-8', Buffer.from('Imágenes')],
    ['UTF-8 with its mark', Buffer.from('\ufeffImágenes')],
    ['UTF-16, low byte first', Buffer.from('\ufeffImágenes', 'utf16le')],
    ['UTF-16, high byte first', Buffer.from('\ufeffImágenes', 'utf16le').swap16()],
  ])('in %s is read', (_, bytes) => {
    expect(read(bytes)).toEqual({ text: 'Imágenes', warnings: [] });
  });

  it('in an older encoding is read, with a warning', () => {
    const { text, warnings } = read(Buffer.from('Imágenes', 'latin1'));
    expect(text).toBe('Imágenes');
    expect(warnings).toMatchObject([{ code: 'not-utf-8', line: 1 }]);
  });

  it('may be empty', () => expect(read('').text).toBe(''));
});

describe('what is no page', () => {
  it('is said: bytes that are no text', () => {
    expect(() => read(Buffer.of(0x89, 0x50, 0, 1))).toThrow('page.md: this is not a text file.');
  });
  it('is said: a file that is too large', () => {
    expect(() => read(Buffer.alloc(16 * 1024 * 1024 + 1, 'x'))).toThrow('page.md: larger than 16 MB.');
  });
  it('is said: one that is not there, and a folder', () => {
    expect(() => readPageText(join(folder, 'gone.md'), 'gone.md')).toThrow('gone.md: there is no such page.');
    expect(() => readPageText(folder, 'folder')).toThrow('folder: not a file.');
  });
});
