import { constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readUserFile } from './user-file.ts';

/** What happens between the look at a file and its opening; how it is opened; what is open. */
const between = vi.hoisted(() => ({ act: () => {}, flags: 0, open: new Set<number>() }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const openSync = (path: string, flags: number) => {
    between.act();
    between.flags = flags;
    const descriptor = fs.openSync(path, flags);
    between.open.add(descriptor);
    return descriptor;
  };
  const closeSync = (descriptor: number) => {
    between.open.delete(descriptor);
    fs.closeSync(descriptor);
  };
  return { ...fs, openSync, closeSync };
});

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-swapped-'));
  file = join(folder, 'file');
  writeFileSync(file, 'text');
  between.act = () => {};
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is not read when something else has taken its place meanwhile', () => {
  between.act = () => {
    rmSync(file);
    mkdirSync(file);
  };
  expect(() => readUserFile(file, 100)).toThrow(expect.objectContaining({ why: 'not a file' }));
  expect(between.open.size).toBe(0);
});

it('is opened so that a pipe in its place is not waited for, and closed again', () => {
  expect(readUserFile(file, 100).toString()).toBe('text');
  expect(between.flags & constants.O_NONBLOCK).toBe(constants.O_NONBLOCK);
  expect(between.open.size).toBe(0);
  expect(() => readUserFile(file, 1)).toThrow();
  expect(between.open.size).toBe(0);
});
