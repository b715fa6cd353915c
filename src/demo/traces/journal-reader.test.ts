import { appendFileSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { formatEntry } from './journal-entry.ts';
import { nameRun } from './journal-name.ts';
import { JournalReader } from './journal-reader.ts';

let folder: string;
let path: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-reader-'));
  path = join(folder, nameRun());
  said = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const line = (id: string) =>
  formatEntry('l', {
    ...{ engine: 'e', number: 1, at: '2026', run: { process: null } },
    fact: { what: 'made', thing: { kind: 'container', id } },
  });
const over = formatEntry('l', {
  ...{ engine: 'e', number: 1, at: '2026', run: { process: null }, fact: { what: 'over' } },
});
const open = (largest?: number) => new JournalReader(path, 'l', largest);
const read = (reader: JournalReader) => {
  reader.refresh();
  return reader.entries.map(({ fact }) =>
    fact.what === 'made' && fact.thing.kind === 'container' ? fact.thing.id : fact.what,
  );
};

it('what is too large is read as far as it may be, said once, and not taken for read', () => {
  writeFileSync(path, `${line('a')}${line('b')}${line('c')}`);
  const reader = open(statSync(path).size - 3);
  expect([read(reader), read(reader)]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
  expect(said).toEqual([expect.stringMatching(/^capas: .*too large to be read to its end/)]);
  expect(reader.isRead).toBe(false);
});

it('what is just as large as it may be is read whole', () => {
  writeFileSync(path, `${line('a')}${line('b')}`);
  const reader = open(statSync(path).size);
  expect([read(reader), said, reader.isRead]).toEqual([['a', 'b'], [], true]);
});

it('more than 32 MiB are read', () => {
  writeFileSync(path, line('a'));
  truncateSync(path, 33 * 1024 * 1024);
  appendFileSync(path, `\n${line('b')}`);
  expect([read(open()), said]).toEqual([['a', 'b'], []]);
});

it('a file that went meanwhile is no problem; one that can’t be read is said once', () => {
  const gone = open();
  expect([read(gone), said]).toEqual([[], []]);
  const loop = new JournalReader(join(path, 'below'), 'l');
  writeFileSync(path, line('a'));
  read(loop);
  read(loop);
  expect(said).toEqual([expect.stringContaining("can't be read: ENOTDIR")]);
  expect(loop.isRead).toBe(false);
});

it('a run goes on while its process does and it has not said that it is over', () => {
  writeFileSync(path, line('a'));
  const reader = open();
  read(reader);
  expect(reader.isRunning).toBe(true);
  expect(reader.entries[0]?.run.process).toBe(process.pid);
  appendFileSync(path, over);
  read(reader);
  expect([reader.isRunning, reader.entries[0]?.run.process]).toEqual([false, null]);
  appendFileSync(path, line('b'));
  read(reader);
  expect(reader.isRunning).toBe(true);
});
