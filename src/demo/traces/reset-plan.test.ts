import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeEngine, makeFakeEngine } from '../../engine/engine.fixture.ts';
import { collectOwned, type Owned } from './owned.ts';
import { type Doubt, type PlannedThing, planReset } from './reset-plan.ts';

let engine: FakeEngine;
beforeEach(() => {
  engine = makeFakeEngine();
});

async function plan(owned: Partial<Owned>, followed: string[] = []): Promise<PlannedThing[]> {
  const nothing = {
    containers: new Set<string>(),
    networks: new Set<string>(),
    volumes: new Map(),
    images: [],
  };
  return (await planReset(engine, { ...nothing, ...owned }, new Set(followed))).things;
}

const image = (reference: string, id: string, sure = true) => ({
  kind: 'image' as const,
  reference,
  id,
  sure,
});
const byMine: Doubt = { why: 'used', by: ['mine'] };

describe('of containers and networks', () => {
  beforeEach(() => {
    engine.containersHeld = ['mine', 'web'];
    engine.networksHeld = ['bridge', 'net'];
  });

  it.each<[string, Partial<Owned>, PlannedThing[]]>([
    ['nothing where nothing was made', {}, []],
    ['nothing that is gone', { containers: new Set(['id-gone']), networks: new Set(['id-gone']) }, []],
    ['nothing by its name', { containers: new Set(['web']), networks: new Set(['net']) }, []],
    [
      'what has the id that was made, with its name of today',
      { containers: new Set(['id-web']), networks: new Set(['id-net']) },
      [
        { kind: 'containers', reference: 'id-web', name: 'web', doubt: null },
        { kind: 'networks', reference: 'id-net', name: 'net', doubt: null },
      ],
    ],
  ])('%s', async (_, owned, things) => {
    expect(await plan(owned)).toEqual(things);
  });
});

describe('what a container uses that is not the demo’s', () => {
  beforeEach(() => {
    engine.containersHeld = ['mine', 'web'];
    engine.networksHeld = ['net'];
    engine.volumesHeld = ['data'];
    engine.imagesHeld = { 'sha256:a': ['app:1'] };
  });
  const ours = {
    networks: new Set(['id-net']),
    volumes: new Map([['data', 'then']]),
    images: [image('app:1', 'sha256:a')],
  };

  it.each<
    [string, FakeEngine['uses'][string], [network: Doubt | null, volume: Doubt | null, image: Doubt | null]]
  >([
    ['nothing', {}, [null, null, null]],
    ['others', { networks: ['id-x'], volumes: ['x'], imageId: 'sha256:x' }, [null, null, null]],
    ['a network by its id', { networks: ['id-net'] }, [byMine, null, null]],
    ['a network by its name', { networks: ['net'] }, [byMine, null, null]],
    ['a volume', { volumes: ['data'] }, [null, byMine, null]],
    ['an image', { imageId: 'sha256:a' }, [null, null, byMine]],
  ])('is in doubt: %s', async (_, uses, doubts) => {
    engine.uses['mine'] = uses;
    expect((await plan(ours)).map(({ doubt }) => doubt)).toEqual(doubts);
    // The demo's own container may use anything.
    const owned = { ...ours, containers: new Set(['id-mine']) };
    expect((await plan(owned)).map(({ doubt }) => doubt)).toEqual([null, null, null, null]);
  });

  it('is in doubt for that first, and names all', async () => {
    engine.volumesCreated['data'] = 'later';
    engine.uses['mine'] = { volumes: ['data'], imageId: 'sha256:a' };
    engine.uses['web'] = { volumes: ['data'], imageId: 'sha256:a' };
    const owned = { volumes: ours.volumes, images: [image('app:1', 'sha256:a', false)] };
    const used: Doubt = { why: 'used', by: ['mine', 'web'] };
    expect((await plan(owned)).map(({ doubt }) => doubt)).toEqual([used, used]);
  });
});

describe('a volume', () => {
  it.each<[made: string | null, now: string, followed: string[], doubt: Doubt | null | 'not planned']>([
    ['then', 'then', [], null],
    ['then', 'later', [], { why: 'changed' }],
    ['then', 'later', ['data'], null],
    ['then', 'later', ['other'], { why: 'changed' }],
    ['then', '', [], { why: 'changed' }],
    // An engine that tells no times.
    ['', '', [], { why: 'changed' }],
    ['', '', ['data'], null],
    [null, 'then', ['data'], 'not planned'],
  ])('made %j that is of %j now, followed: %j', async (made, now, followed, doubt) => {
    engine.volumesHeld = ['data'];
    engine.volumesCreated['data'] = now;
    const volumes = new Map(made === null ? [] : [['data', made]]);
    const things = [{ kind: 'volumes', reference: 'data', name: 'data', doubt }];
    expect(await plan({ volumes }, followed)).toEqual(doubt === 'not planned' ? [] : things);
  });
});

describe('an image', () => {
  const ID = `sha256:${'a'.repeat(64)}`;
  const nameless = (doubt: Doubt | null) => [{ reference: ID, name: 'a'.repeat(12), doubt }];
  const named = (reference: string, doubt: Doubt | null = null) => ({ reference, name: reference, doubt });

  it.each<[string, string[], Owned['images'], Pick<PlannedThing, 'reference' | 'name' | 'doubt'>[]]>([
    ['that nobody made', ['app:1'], [], []],
    ['whose name another image was given', ['app:1'], [image('app:1', 'sha256:old')], []],
    ['goes by its name', ['app:1'], [image('app:1', ID)], [named('app:1')]],
    ['in doubt stays so', ['app:1'], [image('app:1', ID, false)], [named('app:1', { why: 'appeared' })]],
    [
      'goes by each of its names that the demo gave, and no other',
      ['app:1', 'theirs:1', 'app:2'],
      [image('app:1', ID), image('app:2', ID, false), image('app:3', ID), image(ID, ID)],
      [named('app:1'), named('app:2', { why: 'appeared' })],
    ],
    ['that somebody named anew stays', ['theirs:1'], [image('app:1', ID), image(ID, ID)], []],
    ['that lost its names goes by its id', [], [image('app:1', ID), image('app:2', ID)], nameless(null)],
    [
      'without a name is in doubt when all of it is',
      [],
      [image('app:1', ID, false)],
      nameless({ why: 'appeared' }),
    ],
    ['without a name is sure when one was', [], [image('a:1', ID, false), image('b:1', ID)], nameless(null)],
    ['without a name that nobody made', [], [image('app:1', 'sha256:old')], []],
  ])('%s', async (_, tags, images, things) => {
    engine.imagesHeld = { [ID]: tags };
    expect(await plan({ images })).toEqual(things.map((one) => ({ kind: 'images', ...one })));
  });
});

it('what is needed by another comes after it, and people find names in their order', async () => {
  engine.containersHeld = ['web-10', 'Web-1', 'web-2'];
  engine.networksHeld = ['net-10', 'net-2'];
  engine.volumesHeld = ['data-10', 'data-2'];
  const images = ['base', 'app', 'middle'].map((name, at) => ({
    ...{ id: `id-${name}`, tags: [name], digests: [], size: 0 },
    created: ['2026-01-01', '2026-01-03', '2026-01-02'][at]!,
  }));
  engine.images = async () => images;
  const owned = {
    containers: new Set(['id-web-10', 'id-Web-1', 'id-web-2']),
    networks: new Set(['id-net-10', 'id-net-2']),
    volumes: new Map([
      ['data-10', 'then'],
      ['data-2', 'then'],
    ]),
    images: images.map(({ id, tags }) => image(tags[0]!, id)),
  };
  expect((await plan(owned)).map(({ name }) => name)).toEqual(
    [
      ['Web-1', 'web-2', 'web-10'],
      ['net-2', 'net-10'],
      ['data-2', 'data-10'],
      ['app', 'middle', 'base'],
    ].flat(),
  );
});

it('how much the engine holds in all is told, whoever made it', async () => {
  engine.containersHeld = ['a'];
  engine.networksHeld = ['a', 'b'];
  engine.volumesHeld = ['a', 'b', 'c'];
  engine.imagesHeld = { a: ['a'], b: [], c: ['c'], d: ['d'] };
  const nothing = {
    containers: new Set<string>(),
    networks: new Set<string>(),
    volumes: new Map(),
    images: [],
  };
  expect(await planReset(engine, nothing, new Set())).toEqual({ things: [], present: 10 });
});

it('what appeared as a call was cut off is in doubt, and stands last, in the order of names', async () => {
  engine.containersHeld = ['web', 'sure', 'cut'];
  for (const name of engine.containersHeld) engine.uses[name] = { created: '2026-01-01T10:00:01Z' };
  const owned = collectOwned([{ what: 'made', thing: { kind: 'container', id: 'id-sure' } }]);
  const call = { kinds: ['container' as const], at: Date.parse('2026-01-01T10:00:00Z') };
  const unfinished = { why: 'unfinished' };
  expect((await planReset(engine, owned, new Set(), [call])).things).toMatchObject([
    { reference: 'id-sure', doubt: null },
    { reference: 'id-cut', doubt: unfinished },
    { reference: 'id-web', doubt: unfinished },
  ]);
});
