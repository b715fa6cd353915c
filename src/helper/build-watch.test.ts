import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type BuildWatch, watchBuilds } from './build-watch.ts';

let root: string;
let watch: BuildWatch | undefined;
const stamp = (text: string) => writeFileSync(join(root, 'dist', 'sources.sha256'), text);
const onBuild = vi.fn();
const start = () => {
  watch = watchBuilds(root, onBuild);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'capas-builds-'));
  for (const name of ['src', 'dist']) mkdirSync(join(root, name));
  stamp('one');
  onBuild.mockReset();
});
afterEach(() => {
  watch?.close();
  rmSync(root, { recursive: true, force: true });
});

it('tells of a build from other sources once, when its stamp is written', async () => {
  start();
  rmSync(join(root, 'dist', 'sources.sha256'));
  mkdirSync(join(root, 'dist', 'deck'));
  stamp('two');
  await expect.poll(() => onBuild.mock.calls.length).toBe(1);
  stamp('three');
  await expect.poll(() => onBuild.mock.calls.length).toBe(2);
});

it('tells nothing of a build from the same sources', async () => {
  start();
  stamp('one');
  stamp('one');
  stamp('two');
  await expect.poll(() => onBuild.mock.calls.length).toBe(1);
});

it('tells of the first build that is finished where none was before', async () => {
  rmSync(join(root, 'dist', 'sources.sha256'));
  start();
  stamp('one');
  await expect.poll(() => onBuild.mock.calls.length).toBe(1);
});

it.each(['src', 'dist'])('watches nothing where there is no %s', (name) => {
  rmSync(join(root, name), { recursive: true });
  start();
  expect(() => watch!.close()).not.toThrow();
});
