import { describe, expect, it } from 'vitest';
import { gone, keep, room } from './calls.fixture.ts';
import type { Fact } from './facts.ts';

const ID = `sha256:${'a'.repeat(64)}`;

const hold = (id: string, ...tags: string[]) => {
  room.engine.imagesHeld[id] = [...(room.engine.imagesHeld[id] ?? []), ...tags];
};
const image = (reference: string, id = ID, sure = true): Fact => ({
  what: 'made',
  thing: { kind: 'image', reference, id, sure },
});

describe('images', () => {
  it('pulled, by name and tag, but not what others pull meanwhile', async () => {
    const facts = await keep(
      'POST',
      '/images/create?fromImage=docker.io%2Flibrary%2Fhttpd&tag=2.4',
      [],
      () => {
        hold(ID, 'httpd:2.4');
        hold('sha256:x', 'redis:7', 'httpd:2.2');
      },
    );
    expect(facts).toEqual([image('httpd:2.4')]);
  });

  it('pulled anew under a name that was there are not the demo’s', async () => {
    const pull = () =>
      keep('POST', '/images/create?fromImage=ubuntu&tag=latest', [], () => {
        room.engine.imagesHeld = { 'sha256:u': [], [ID]: ['ubuntu:latest'] };
      });
    expect(await pull()).toEqual([]);
  });

  it('pulled with all tags', async () => {
    const facts = await keep('POST', '/images/create?fromImage=httpd', [], () => {
      hold(ID, 'httpd:2.4', 'httpd:2.2');
      hold('sha256:x', 'httpd-like:1');
    });
    expect(facts).toEqual([image('httpd:2.4'), image('httpd:2.2')]);
  });

  it('pulled by digest, whatever else bears it', async () => {
    const digest = `sha256:${'d'.repeat(64)}`;
    const { images } = room.engine;
    const digests = [`other@${digest}`, `httpd@${digest}`];
    const pull = (name: string) =>
      keep('POST', `/images/create?fromImage=${name}&tag=${digest}`, [], () => {
        hold(ID);
        room.engine.images = async () => (await images()).map((one) => ({ ...one, digests }));
      });
    expect(await pull('httpd')).toEqual([image(ID)]);
    room.engine.imagesHeld = {};
    expect(await pull('redis')).toEqual([]);
  });

  it('under names that Podman writes in full', async () => {
    const build = () =>
      keep('POST', '/libpod/build?t=app', [], () =>
        hold(ID, 'localhost/app:latest', 'x.localhost/app:latest'),
      );
    expect(await build()).toEqual([image('localhost/app:latest')]);
  });

  it('built, that were there before, are not the demo’s', async () => {
    hold(ID);
    expect(await keep('POST', '/build', [{ aux: { ID } }])).toEqual([]);
  });

  it('imported', async () => {
    const facts = await keep('POST', '/images/create?fromSrc=-', [{ status: ID }], () => hold(ID));
    expect(facts).toEqual([image(ID), image(ID)]);
  });

  it('built, with the base that the builder pulled, and the stages that have no name', async () => {
    const stage = `sha256:${'b'.repeat(64)}`;
    const lines = [
      { status: 'Status: Downloaded newer image for busybox:latest' },
      { status: 'Status: Image is up to date for ubuntu:latest' },
      { aux: { ID: stage } },
      { aux: { ID } },
      { stream: 'Successfully tagged app:1\n' },
    ];
    const facts = await keep('POST', '/v1.41/build?t=app%3A1&t=team/app', lines, () => {
      hold(stage);
      hold(ID, 'app:1', 'team/app:latest');
      hold('sha256:x', 'busybox:latest');
      hold('sha256:y', 'elsewhere:1');
    });
    expect(facts.slice(2)).toEqual([
      image(stage, stage),
      image('app:1'),
      image('team/app:latest'),
      image('busybox:latest', 'sha256:x'),
    ]);
  });

  it('built a second time, whose name is the demo’s to move', async () => {
    hold('sha256:old', 'app:1');
    const build = () =>
      keep('POST', '/build?t=app:1', [], () => {
        room.engine.imagesHeld = { 'sha256:old': [], [ID]: ['app:1'] };
      });
    expect(await build()).toEqual([]);
    room.engine.imagesHeld = { 'sha256:old': ['app:1'] };
    room.known = { owns: (reference, id) => `${reference} ${id}` === 'app:1 sha256:old' };
    expect(await build()).toEqual([image('app:1')]);
  });

  it('loaded, committed, tagged', async () => {
    const loaded = [{ stream: 'Loaded image: saved:1\n' }, { stream: `Loaded image ID: ${ID}\n` }];
    const load = await keep('POST', '/images/load', loaded, () => {
      hold('sha256:s', 'saved:1');
      hold(ID);
    });
    expect(load).toContainEqual(image('saved:1', 'sha256:s'));
    expect(load).toContainEqual(image(ID));
    expect(
      await keep('POST', '/commit?repo=mine', { Id: 'sha256:c' }, () => hold('sha256:c', 'mine:latest')),
    ).toEqual([image('mine:latest', 'sha256:c')]);
    expect(await keep('POST', '/commit', { Id: 'sha256:d' }, () => hold('sha256:d'))).toEqual([
      image('sha256:d', 'sha256:d'),
    ]);
    expect(
      await keep('POST', '/images/ubuntu/tag?repo=mine&tag=2', '', () => hold('sha256:u', 'mine:2')),
    ).toEqual([image('mine:2', 'sha256:u')]);
  });

  it('named anew are in doubt where that is the only name of one that was there', async () => {
    hold(ID);
    const tag = `/images/${ID}/tag?repo=mine&tag=1`;
    expect(await keep('POST', tag, '', () => hold(ID, 'mine:1'))).toEqual([image('mine:1', ID, false)]);
  });

  it('of a failing build: the image that its last good step left', async () => {
    const lines = [{ stream: ' ---> aaaaaaaaaaaa\n' }, { errorDetail: { message: 'no' } }];
    expect(await keep('POST', '/build?t=app:1', lines, () => hold(ID))).toEqual([image(ID)]);
  });

  it('built, but not surely its base, which got the name that was asked for', async () => {
    room.engine.imagesHeld = { [ID]: ['base:1'] };
    const lines = [{ stream: ' ---> aaaaaaaaaaaa\n' }, { aux: { ID: `sha256:${'b'.repeat(64)}` } }];
    const facts = await keep('POST', '/build?t=app:1', lines, () => hold(ID, 'app:1'));
    expect(facts).toContainEqual(image('app:1', ID, false));
  });

  it('that went, or lost a name', async () => {
    const deleted = [{ Untagged: 'app:1' }, { Deleted: ID }];
    expect(await keep('DELETE', '/images/app:1', deleted)).toEqual([
      gone('image', 'app:1'),
      gone('image', ID),
    ]);
    expect(await keep('POST', '/images/prune', { ImagesDeleted: deleted })).toHaveLength(2);
    expect(await keep('DELETE', '/libpod/images/app', { Untagged: ['app:1'], Deleted: [] })).toEqual([
      gone('image', 'app:1'),
    ]);
  });

  it('of a failing build: the container that it left', async () => {
    const short = 'c'.repeat(12);
    room.engine.containersHeld = [short, 'd'.repeat(12)];
    const { containers } = room.engine;
    room.engine.containers = async () =>
      (await containers()).map((one) => ({ ...one, id: one.name.padEnd(64, '0') }));
    const lines = [{ stream: ` ---> Running in ${short}\n` }, { error: 'no' }];
    const left = [{ what: 'made', thing: { kind: 'container', id: short.padEnd(64, '0') } }];
    expect(await keep('POST', '/build', lines)).toEqual(left);
    const mute = () => Promise.reject(new Error('no answer within 5 s'));
    const without = (name: 'images' | 'containers') => () => Object.assign(room.engine, { [name]: mute });
    const { images } = room.engine;
    expect(await keep('POST', '/build', lines, without('images'))).toEqual(left);
    room.engine.images = images;
    expect(await keep('POST', '/build', lines, without('containers'))).toEqual([]);
  });
});
