import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { JournalWriter } from './journal-writer.ts';

vi.mock('node:fs', async (importOriginal) => {
  const actual = await importOriginal<typeof fs>();
  return { ...actual, writeSync: vi.fn(actual.writeSync), fsyncSync: vi.fn(actual.fsyncSync) };
});

const write = vi.mocked(fs.writeSync);
const sync = vi.mocked(fs.fsyncSync);
const { writeSync } = await vi.importActual<typeof fs>('node:fs');

let folder: string;
let path: string;
let writer: JournalWriter;
let said: string[];
beforeEach(() => {
  vi.useFakeTimers();
  folder = fs.mkdtempSync(join(tmpdir(), 'capas-writer-'));
  path = join(folder, 'made', 'file');
  writer = new JournalWriter(path);
  said = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});
afterEach(() => {
  write.mockReset().mockImplementation(writeSync);
  sync.mockReset();
  vi.restoreAllMocks();
  vi.useRealTimers();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** A disk that takes so many bytes more, and then says that it is full. */
function leaveRoom(bytes: number): void {
  let room = bytes;
  write.mockImplementation(((file: number, text: Uint8Array, at: number) => {
    if (room === 0) throw new Error('ENOSPC: no space left on device');
    const count = writeSync(file, text, at, Math.min(room, text.length - at));
    room -= count;
    return count;
  }) as typeof fs.writeSync);
}

const read = () => fs.readFileSync(path, 'utf8');
/** A line that was torn before its very end comes twice, which tells the same. */
const readWhole = () => [
  ...new Set(
    read()
      .split('\n')
      .filter((line) => /^<.*>$/.test(line)),
  ),
];

it.each([0, 1, 5, 6, 7, 11, 12, 13, 100])(
  'a disk with room for %d bytes loses nothing once there is more',
  (bytes) => {
    leaveRoom(bytes);
    writer.write(['<one>\n', '<two>\n']);
    writer.write(['<tres>\n']);
    leaveRoom(Number.POSITIVE_INFINITY);
    writer.write(['<four>\n']);
    expect(readWhole()).toEqual(['<one>', '<two>', '<tres>', '<four>']);
  },
);

it('that takes a part each time is given the rest at once', () => {
  write.mockImplementation(((file: number, text: Uint8Array, at: number) =>
    writeSync(file, text, at, 1)) as typeof fs.writeSync);
  writer.write(['<one>\n', '<ñandú>\n']);
  expect(read()).toBe('<one>\n<ñandú>\n');
  expect(said).toEqual([]);
});

it('what is owed is written by itself after a while, and said once each way', () => {
  for (const round of [1, 2]) {
    leaveRoom(2);
    writer.write([`<${round}>\n`]);
    vi.advanceTimersByTime(60_000);
    expect(readWhole()).toHaveLength(round - 1);
    leaveRoom(Number.POSITIVE_INFINITY);
    vi.advanceTimersByTime(60_000);
    expect(readWhole()).toHaveLength(round);
  }
  expect(said).toEqual([
    expect.stringContaining("can't be written down: ENOSPC"),
    expect.stringContaining('written down again'),
    expect.stringContaining('written down: ENOSPC'),
    expect.stringContaining('written down again'),
  ]);
  expect(vi.getTimerCount()).toBe(0);
});

it('a disk that takes nothing and says nothing is full', () => {
  write.mockReturnValue(0);
  writer.write(['<one>\n']);
  expect(said).toHaveLength(1);
});

it('what did not reach the disk is owed, also when it was written', () => {
  sync.mockImplementation(() => {
    throw new Error('EDQUOT');
  });
  writer.write(['<one>\n']);
  sync.mockReset();
  fs.writeFileSync(path, '');
  writer.flush();
  expect(readWhole()).toEqual(['<one>']);
});

it('what is forgotten is no longer owed, and the next line begins anew', () => {
  leaveRoom(3);
  writer.write(['<one>\n']);
  writer.remove();
  expect(vi.getTimerCount()).toBe(0);
  leaveRoom(100);
  writer.write(['<two>\n']);
  expect(read()).toBe('<two>\n');
});
