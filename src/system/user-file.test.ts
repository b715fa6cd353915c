import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUserFile, readUserText, UnreadableFile } from './user-file.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const server = createServer();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'capas-files-'));
  writeFileSync(at('text'), 'Imágenes');
  writeFileSync(at('empty'), '');
  mkdirSync(at('folder'));
  execFileSync('mkfifo', [at('pipe')]);
  symlinkSync('/dev/zero', at('zeros'));
  symlinkSync(at('text'), at('link'));
  symlinkSync(at('loop'), at('loop'));
  await new Promise<void>((resolve) => server.listen(at('socket'), resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function whyNot(name: string, largest = 100): string | null {
  try {
    readUserFile(at(name), largest);
    return null;
  } catch (error) {
    return error instanceof UnreadableFile ? error.why : String(error);
  }
}

describe('a file of the user’s', () => {
  it('is read whole, up to its limit', () => {
    expect(readUserText(at('text'), 9)).toBe('Imágenes');
    expect(readUserText(at('link'), 9)).toBe('Imágenes');
    expect(readUserText(at('empty'), 0)).toBe('');
    expect(whyNot('text', 8)).toBe('too large');
  });

  it('that is too large is refused before room is made for it', () => {
    writeFileSync(at('huge'), '');
    truncateSync(at('huge'), 2 ** 40);
    expect(whyNot('huge')).toBe('too large');
  });

  it('is told apart from other errors, with its path and what the system says', () => {
    expect(() => readUserFile(at('folder'), 1)).toThrow(
      expect.objectContaining({ name: 'UnreadableFile', code: '', message: `${at('folder')}: not a file` }),
    );
    expect(() => readUserFile(at('gone'), 1)).toThrow(
      expect.objectContaining({ name: 'UnreadableFile', code: 'ENOENT', message: `${at('gone')}: ENOENT` }),
    );
  });

  it.runIf(process.platform === 'linux')('is read up to the limit also where its size is not told', () => {
    expect(readUserText('/proc/self/status', 100_000)).toContain('VmRSS');
    expect(readUserText('/proc/self/status', 100)).toBeNull();
    expect(() => readUserFile('/proc/self/status', 100)).toThrow('/proc/self/status: too large');
  });

  it.each([
    ['pipe', 'not a file'],
    ['zeros', 'not a file'],
    ['folder', 'not a file'],
    ['socket', 'not a file'],
    ['gone', 'missing'],
    ['text/below', 'missing'],
    ['loop', 'forbidden'],
  ])('%s is no file: %s', (name, why) => {
    expect(whyNot(name)).toBe(why);
    expect(readUserText(at(name), 100)).toBeNull();
  });
});
