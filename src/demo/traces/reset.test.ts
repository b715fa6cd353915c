import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeEngine, makeFakeEngine } from '../../engine/engine.fixture.ts';
import { EngineError } from '../../engine/engine-error.ts';
import { listNames, removeThings } from './reset.ts';
import type { PlannedThing } from './reset-plan.ts';

let engine: FakeEngine;
beforeEach(() => {
  engine = makeFakeEngine();
  engine.containersHeld = ['mine', 'web'];
  engine.volumesHeld = ['my-data', 'data'];
  engine.networksHeld = ['bridge', 'net'];
  engine.imagesHeld = { 'sha256:u': ['ubuntu:latest'], 'sha256:a': ['app:1'], 'sha256:n': [] };
});

/** One thing of each kind. */
const things: PlannedThing[] = [
  { kind: 'containers', reference: 'id-web', name: 'web', doubt: null },
  { kind: 'networks', reference: 'id-net', name: 'net', doubt: null },
  { kind: 'volumes', reference: 'data', name: 'data', doubt: null },
  { kind: 'images', reference: 'app:1', name: 'app:1', doubt: null },
];

it('names of things are told by kind', () => {
  expect(listNames(things)).toEqual({
    ...{ containers: ['web'], images: ['app:1'], volumes: ['data'], networks: ['net'] },
  });
});

describe('a removal', () => {
  it('takes exactly what it is told, and tells of each at once', async () => {
    const told: string[] = [];
    const { removed, problems } = await removeThings(engine, things, ({ name }) => {
      told.push(name);
      const { containersHeld, networksHeld, volumesHeld, imagesHeld } = engine;
      expect([
        ...containersHeld,
        ...networksHeld,
        ...volumesHeld,
        ...Object.values(imagesHeld).flat(),
      ]).not.toContain(name);
    });
    expect([removed, problems]).toEqual([things, []]);
    expect(told).toEqual(['web', 'net', 'data', 'app:1']);
    expect(engine.containersHeld).toEqual(['mine']);
    expect(engine.volumesHeld).toEqual(['my-data']);
    expect(engine.networksHeld).toEqual(['bridge']);
    expect(Object.keys(engine.imagesHeld)).toEqual(['sha256:u', 'sha256:n']);
  });

  it.each(['conflict', 'failed'] as const)(
    'tells what the engine refuses (%s), and goes on',
    async (code) => {
      const { remove } = engine;
      engine.remove = async (kind, reference) => {
        if (reference === 'id-net') throw new EngineError(code, 'it is in use');
        return remove(kind, reference);
      };
      const told: string[] = [];
      const { removed, problems } = await removeThings(engine, things, ({ name }) => told.push(name));
      expect(problems).toEqual(['net: it is in use']);
      expect(told).toEqual(['web', 'data', 'app:1']);
      expect(listNames(removed)).toEqual({
        ...{ containers: ['web'], images: ['app:1'], volumes: ['data'], networks: [] },
      });
    },
  );

  it('ends when the engine does not answer any more', async () => {
    engine.remove = () => Promise.reject(new EngineError('unreachable', 'gone'));
    await expect(removeThings(engine, things)).rejects.toThrow('gone');
  });
});
