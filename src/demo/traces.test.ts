import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeEngine, makeFakeEngine } from './engine.fixture.ts';
import { Traces } from './traces.ts';

let folder: string;
let engine: FakeEngine;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-traces-'));
  engine = makeFakeEngine();
  engine.containersHeld = ['mine'];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => new Traces(folder, '/lesson/index.md');

it('are removed on another day, what was made since is not', async () => {
  const demo = open();
  await demo.begin(engine);
  engine.containersHeld.push('ours');
  await demo.end(engine);
  engine.containersHeld.push('later');
  expect((await open().reset(engine))?.removed.containers).toEqual(['ours']);
  expect(engine.containersHeld).toEqual(['mine', 'later']);
});

it('still count as the demo’s when the next one begins', async () => {
  const first = open();
  await first.begin(engine);
  engine.containersHeld.push('ours');
  await first.end(engine);
  engine.containersHeld.push('between');
  const second = open();
  await second.begin(engine);
  engine.containersHeld.push('second');
  expect((await second.reset(engine))?.removed.containers).toEqual(['ours', 'second']);
  expect(engine.containersHeld).toEqual(['mine', 'between']);
});

it('are found after a demo that was cut off, once', async () => {
  await open().begin(engine);
  engine.containersHeld.push('ours');
  expect((await open().reset(engine))?.removed.containers).toEqual(['ours']);
  engine.containersHeld.push('later');
  expect((await open().reset(engine))?.removed.containers).toEqual([]);
});

it('of a demo that goes on are removed as often as one asks', async () => {
  const demo = open();
  await demo.begin(engine);
  for (const name of ['one', 'two']) {
    engine.containersHeld.push(name);
    expect((await demo.reset(engine))?.removed.containers).toEqual([name]);
  }
});

it('are none of another engine, and none where no demo was run', async () => {
  expect(await open().reset(engine)).toBeNull();
  await open().begin(engine);
  expect(await open().reset({ ...engine, id: 'other' })).toBeNull();
});
