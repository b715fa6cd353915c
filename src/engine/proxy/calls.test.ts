import { describe, expect, it } from 'vitest';
import { gone, keep, room } from './calls.fixture.ts';
import { findObserver, readCall } from './calls.ts';

describe('a call is known', () => {
  it.each([
    ['POST', '/containers/create'],
    ['POST', '/v1.43/containers/create?name=web'],
    ['POST', '/v4.0.0/libpod/containers/create'],
    ['POST', '/containers%2Fcreate'],
    ['POST', '/v1.41/images/registry.local:5000/team/app:1/tag?repo=x'],
    ['DELETE', '/v1.41/images/team/app:1?force=1'],
    ['POST', '/session'],
    ['POST', 'http://docker/v1.41/containers/create?name=web'],
    ['POST', 'HTTP://docker:80/containers/create'],
  ])('%s %s', (method, target) => {
    expect(findObserver(readCall(method, target))).not.toBeNull();
  });

  it.each([
    ['GET', '/containers/create'],
    ['POST', '/containers/create/start'],
    ['POST', '/containers/a/wait'],
    ['DELETE', '/containers/a'],
    ['GET', '/images/json'],
    ['POST', '/images/app/push'],
    ['GET', '/%ff'],
    ...[
      'containers/create',
      'networks/create',
      'volumes/create',
      'build',
      'local/build',
      'images/create',
    ].flatMap(beside),
    ...['images/pull', 'images/import', 'images/load', 'commit', 'images/a/tag', 'volumes/prune'].flatMap(
      beside,
    ),
    ...['images/prune', 'grpc', 'session'].flatMap(beside),
    ['DELETE', '/x/volumes/a'],
    ['DELETE', '/volumes/a/b'],
    ['DELETE', '/x/images/a'],
    ['DELETE', '/images/'],
    ['POST', '/x/v1.41/build'],
    ['POST', '/vx/build'],
    ['POST', '/x/libpod/build'],
    ['POST', '/libpodx/build'],
    ['OPTIONS', '*'],
  ])('not: %s %s', (method, target) => {
    expect(findObserver(readCall(method, target))).toBeNull();
  });
});

/** Paths that only hold a known one. */
function beside(path: string): [string, string][] {
  return [`/x/${path}`, `/x${path}`, `/${path}/x`, `/${path}x`].map((one) => ['POST', one]);
}

describe('containers, networks and volumes', () => {
  const mounts = (...names: string[]) => {
    room.engine.inspect = async () => ({
      Mounts: [
        ...names.map((Name) => ({ Type: 'volume', Name })),
        { Type: 'bind', Source: '/home/teacher/elsewhere' },
      ],
    });
  };

  it('a container, with the volumes that came with it and not those that were there', async () => {
    mounts('before', 'named', 'f00');
    const facts = await keep('POST', '/v1.43/containers/create?name=web', { Id: 'c1', Warnings: [] }, () =>
      room.engine.volumesHeld.push('named', 'f00', 'elsewhere'),
    );
    expect(facts).toEqual([
      { what: 'made', thing: { kind: 'container', id: 'c1' } },
      { what: 'made', thing: { kind: 'volume', name: 'named', created: 'then' } },
      { what: 'made', thing: { kind: 'volume', name: 'f00', created: 'then' } },
    ]);
  });

  it('a container whose volumes can’t be asked for', async () => {
    mounts('named');
    const facts = keep('POST', '/containers/create', { Id: 'c1' }, () => {
      room.engine.volumes = () => Promise.reject(new Error('no answer within 5 s'));
    });
    expect(await facts).toEqual([{ what: 'made', thing: { kind: 'container', id: 'c1' } }]);
  });

  it('a container that is gone before one can look at it', async () => {
    room.engine.inspect = () => Promise.reject(new Error('no such container'));
    expect(await keep('POST', '/containers/create', { Id: 'c1' })).toEqual([
      { what: 'made', thing: { kind: 'container', id: 'c1' } },
    ]);
  });

  it.each([['Id'], ['id']])('a network, its %s', async (name) => {
    expect(await keep('POST', '/libpod/networks/create', { [name]: 'n1' })).toEqual([
      { what: 'made', thing: { kind: 'network', id: 'n1' } },
    ]);
  });

  it('a volume, but not one that was there', async () => {
    const create = (name: string) =>
      keep('POST', '/volumes/create', { Name: name }, () => {
        if (!room.engine.volumesHeld.includes(name)) room.engine.volumesHeld.push(name);
      });
    expect(await create('data')).toEqual([
      { what: 'made', thing: { kind: 'volume', name: 'data', created: 'then' } },
    ]);
    expect(await create('before')).toEqual([]);
  });

  it('volumes that went, not those that were never there', async () => {
    expect(await keep('DELETE', '/v1.41/volumes/before', '')).toEqual([gone('volume', 'before')]);
    expect(await keep('DELETE', '/v1.41/volumes/data?force=1', '')).toEqual([]);
    expect(await keep('POST', '/volumes/prune', { VolumesDeleted: ['a', 'b'] })).toEqual([
      gone('volume', 'a'),
      gone('volume', 'b'),
    ]);
    expect(await keep('POST', '/volumes/prune', { VolumesDeleted: null })).toEqual([]);
  });

  it('an answer that is none makes nothing', async () => {
    expect(await keep('POST', '/networks/create', 'x')).toEqual([]);
    expect(await keep('POST', '/networks/create', null)).toEqual([]);
    expect(await keep('POST', '/networks/create', {})).toEqual([]);
    expect(await keep('POST', '/containers/create', {})).toEqual([]);
    expect(await keep('POST', '/volumes/create', { Name: 7 })).toEqual([]);
  });

  it('what can’t be asked before does not count', async () => {
    room.engine.volumes = () => Promise.reject(new Error('no answer within 5 s'));
    expect(await keep('POST', '/volumes/create', { Name: 'data' })).toEqual([]);
    mounts('data');
    expect(await keep('POST', '/containers/create', { Id: 'c1' })).toEqual([
      { what: 'made', thing: { kind: 'container', id: 'c1' } },
    ]);
  });
});
