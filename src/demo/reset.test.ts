import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeEngine, makeFakeEngine } from './engine.fixture.ts';
import { resetTo } from './reset.ts';
import { findAdded, takeSnapshot, withoutAdded } from './snapshot.ts';

let engine: FakeEngine;
beforeEach(() => {
  engine = makeFakeEngine();
  engine.containersHeld = ['mine'];
  engine.volumesHeld = ['data'];
  engine.networksHeld = ['bridge'];
  engine.imagesHeld = { 'sha256:a': ['ubuntu:latest'], 'sha256:b': [] };
});

function addThings() {
  engine.containersHeld.push('contenedor1');
  engine.volumesHeld.push('new-data');
  engine.networksHeld.push('net');
  engine.imagesHeld['sha256:c'] = ['httpd:2.4'];
}

describe('a reset', () => {
  it('removes what appeared, and only that; images only when asked', async () => {
    const before = await takeSnapshot(engine);
    addThings();
    const reset = await resetTo(before, engine);
    expect(reset).toEqual({
      removed: { containers: ['contenedor1'], images: [], volumes: ['new-data'], networks: ['net'] },
      kept: 6,
      problems: [],
    });
    expect(engine.containersHeld).toEqual(['mine']);
    expect(engine.volumesHeld).toEqual(['data']);
    expect((await resetTo(before, engine, { images: true })).removed.images).toEqual(['httpd:2.4']);
    expect(Object.keys(engine.imagesHeld)).toEqual(['sha256:a', 'sha256:b']);
  });

  it('that is a dry run tells what it would remove', async () => {
    const before = await takeSnapshot(engine);
    addThings();
    const { removed, kept } = await resetTo(before, engine, { dryRun: true });
    expect(removed.containers).toEqual(['contenedor1']);
    expect(kept).toBe(6);
    expect(engine.containersHeld).toEqual(['mine', 'contenedor1']);
  });

  it('leaves what appeared after the demo had ended', async () => {
    const before = await takeSnapshot(engine);
    addThings();
    const until = await takeSnapshot(engine);
    engine.containersHeld.push('later');
    const { removed } = await resetTo(before, engine, { until });
    expect(removed.containers).toEqual(['contenedor1']);
    expect(engine.containersHeld).toEqual(['mine', 'later']);
  });

  it('tells what the engine refuses to remove, and goes on', async () => {
    const before = await takeSnapshot(engine);
    addThings();
    engine.inUse.add('id-net');
    const { removed, problems } = await resetTo(before, engine);
    expect(problems).toEqual(['net: it is in use']);
    expect(removed).toMatchObject({ networks: [], volumes: ['new-data'] });
  });

  it('refuses to compare with another engine', async () => {
    const before = { ...(await takeSnapshot(engine)), engine: 'other' };
    addThings();
    await expect(resetTo(before, engine)).rejects.toThrow('another engine');
    expect(engine.containersHeld).toContain('contenedor1');
  });
});

describe('what was added', () => {
  it('is neither an image that a newer one took the name of, nor the newer one', async () => {
    const before = await takeSnapshot(engine);
    engine.imagesHeld = { 'sha256:a': [], 'sha256:b': [], 'sha256:new': ['ubuntu:latest'] };
    expect(findAdded(before, await takeSnapshot(engine)).images).toEqual([]);
  });

  it('is a second name, but not the image', async () => {
    const before = await takeSnapshot(engine);
    engine.imagesHeld['sha256:a']!.push('mine:1');
    expect(findAdded(before, await takeSnapshot(engine)).images).toEqual(['mine:1']);
  });

  it('taken away gives the snapshot before', async () => {
    const before = await takeSnapshot(engine);
    addThings();
    const after = await takeSnapshot(engine);
    expect({ ...withoutAdded(after, findAdded(before, after)), date: '' }).toEqual({ ...before, date: '' });
  });
});
