import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeEngine, makeFakeEngine } from '../engine/engine.fixture.ts';
import type { Fact } from '../engine/engine.ts';
import { collectOwned } from './owned.ts';
import { listNames, removeThings } from './reset.ts';
import { planReset } from './reset-plan.ts';

let engine: FakeEngine;
beforeEach(() => {
  engine = makeFakeEngine();
  engine.containersHeld = ['mine', 'web'];
  engine.volumesHeld = ['my-data', 'data'];
  engine.networksHeld = ['bridge', 'net'];
  engine.imagesHeld = { 'sha256:u': ['ubuntu:latest'], 'sha256:a': ['app:1'], 'sha256:n': [] };
});

const container = (name: string): Fact => ({ what: 'made', thing: { kind: 'container', id: `id-${name}` } });
const network = (name: string): Fact => ({ what: 'made', thing: { kind: 'network', id: `id-${name}` } });
const volume = (name: string, created = 'then'): Fact => ({
  what: 'made',
  thing: { kind: 'volume', name, created },
});
const image = (reference: string, id: string, sure = true): Fact => ({
  what: 'made',
  thing: { kind: 'image', reference, id, sure },
});

const plan = async (facts: Fact[], followed: string[] = []) =>
  (await planReset(engine, collectOwned(facts), new Set(followed))).things;
const names = async (...facts: Fact[]) => listNames(await plan(facts));
const nothing = { containers: [], images: [], volumes: [], networks: [] };

describe('what a reset would remove', () => {
  it('is what was made and is there, with its name of today; nothing else, whatever it is called', async () => {
    engine.imagesHeld['sha256:u']!.push('app:2');
    expect(await names(container('web'), container('gone'), network('net'), volume('data'))).toEqual({
      ...{ containers: ['web'], images: [], volumes: ['data'], networks: ['net'] },
    });
    expect(await names()).toEqual(nothing);
  });

  it('is in an order in which nothing is needed by what comes after', async () => {
    const facts = [image('app:1', 'sha256:a'), volume('data'), network('net'), container('web')];
    expect((await plan(facts)).map(({ kind }) => kind)).toEqual([
      'containers',
      'networks',
      'volumes',
      'images',
    ]);
  });

  it('is not a volume that was made, went, and came again elsewhere', async () => {
    expect(await names(volume('data'), { what: 'gone', kind: 'volume', name: 'data' })).toEqual(nothing);
  });

  it('is in doubt for a volume that was created at another time, unless it was followed', async () => {
    engine.volumesCreated['data'] = 'later';
    expect(await plan([volume('data')])).toMatchObject([{ name: 'data', doubt: { why: 'changed' } }]);
    expect(await plan([volume('data')], ['data'])).toMatchObject([{ name: 'data', doubt: null }]);
    engine.volumesCreated['data'] = '';
    expect(await plan([volume('data', '')])).toMatchObject([{ doubt: { why: 'changed' } }]);
  });

  it('is in doubt where a container that is not the demo’s uses it', async () => {
    engine.uses['mine'] = { volumes: ['data'], networks: ['id-net'], imageId: 'sha256:a' };
    const facts = [volume('data'), network('net'), image('app:1', 'sha256:a')];
    for (const { doubt } of await plan(facts)) expect(doubt).toEqual({ why: 'used', by: ['mine'] });
    expect((await plan([...facts, container('mine')])).map(({ doubt }) => doubt)).toEqual(
      Array(4).fill(null),
    );
    engine.uses['mine'] = { networks: ['net'] };
    expect(await plan([network('net')])).toMatchObject([{ doubt: { why: 'used' } }]);
  });
});

describe('an image', () => {
  it('goes by its name while the name is its own', async () => {
    expect(await plan([image('app:1', 'sha256:a')])).toMatchObject([{ reference: 'app:1', doubt: null }]);
    expect(await plan([image('app:1', 'sha256:old')])).toEqual([]);
  });

  it('that lost its name goes by its id; one that somebody named anew stays', async () => {
    const facts = [image('app:1', 'sha256:n')];
    expect(await plan(facts)).toMatchObject([{ reference: 'sha256:n', name: 'n' }]);
    engine.imagesHeld['sha256:n'] = ['theirs:1'];
    expect(await plan(facts)).toEqual([]);
  });

  it('with two names of the demo’s goes by both, and is no longer owned under a name that was taken away', async () => {
    engine.imagesHeld['sha256:a'] = ['app:1', 'app:2'];
    const facts = [image('app:1', 'sha256:a'), image('app:2', 'sha256:a')];
    expect((await names(...facts)).images).toEqual(['app:1', 'app:2']);
    expect((await names(...facts, { what: 'gone', kind: 'image', name: 'app:2' })).images).toEqual(['app:1']);
  });

  it('that nothing tells the maker of is in doubt, until something does', async () => {
    const facts = [image('app:1', 'sha256:a', false)];
    expect(await plan(facts)).toMatchObject([{ doubt: { why: 'appeared' } }]);
    expect(await plan([...facts, image('app:1', 'sha256:a')])).toMatchObject([{ doubt: null }]);
    expect(await plan([image('app:1', 'sha256:a'), ...facts])).toMatchObject([{ doubt: null }]);
  });
});

describe('a removal', () => {
  it('takes exactly what it is told', async () => {
    const things = await plan([container('web'), network('net'), volume('data'), image('app:1', 'sha256:a')]);
    const { removed, problems } = await removeThings(engine, things);
    expect([removed, problems]).toEqual([things, []]);
    expect(engine.containersHeld).toEqual(['mine']);
    expect(engine.volumesHeld).toEqual(['my-data']);
    expect(engine.networksHeld).toEqual(['bridge']);
    expect(Object.keys(engine.imagesHeld)).toEqual(['sha256:u', 'sha256:n']);
  });

  it('tells what the engine refuses, and goes on', async () => {
    engine.inUse.add('id-net');
    const things = await plan([container('web'), network('net'), volume('data')]);
    const { removed, problems } = await removeThings(engine, things);
    expect(problems).toEqual(['net: it is in use']);
    expect(listNames(removed)).toEqual({ ...nothing, containers: ['web'], volumes: ['data'] });
  });
});
