import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeEngine, makeFakeEngine } from '../../engine/engine.fixture.ts';
import type { Fact } from '../../engine/engine.ts';
import { nameRun } from './journal-name.ts';
import { Traces } from './traces.ts';

let folder: string;
let engine: FakeEngine;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-traces-'));
  engine = makeFakeEngine();
  engine.containersHeld = ['mine', 'ours'];
  engine.volumesHeld = ['data'];
  engine.imagesHeld = { 'sha256:a': ['app:1'] };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => new Traces(folder, '/lesson/index.md');
const ours: Fact = { what: 'made', thing: { kind: 'container', id: 'id-ours' } };
const data: Fact = { what: 'made', thing: { kind: 'volume', name: 'data', created: 'then' } };
const app: Fact = { what: 'made', thing: { kind: 'image', reference: 'app:1', id: 'sha256:a', sure: true } };

const plan = async (traces = open()) => (await traces.plan(engine)).things;
const countFiles = () =>
  readdirSync(folder, { recursive: true }).filter((name) => `${name}`.endsWith('.jsonl')).length;

it('are known on another day, of this engine only', async () => {
  open().record(engine, [ours]);
  open().record({ id: 'other' }, [data]);
  expect((await plan()).map(({ name }) => name)).toEqual(['ours']);
  expect((await open().plan({ ...engine, id: 'other' })).things.map(({ name }) => name)).toEqual(['data']);
});

it('that were removed are not claimed again when somebody makes the same anew', async () => {
  const traces = open();
  // Something that stays, so that the rest has to be remembered.
  traces.record(engine, [ours, data, app]);
  await traces.remove(
    engine,
    (await plan()).filter(({ kind }) => kind !== 'containers'),
  );
  engine.volumesHeld = ['data'];
  engine.imagesHeld = { 'sha256:a': ['app:1'] };
  expect((await plan()).map(({ name }) => name)).toEqual(['ours']);
});

it('that were removed are told from others of that name', async () => {
  const [volume, image] = [
    { kind: 'volume', name: 'id-ours', created: 'then' } as const,
    { kind: 'image', reference: 'id-ours', id: 'sha256:a', sure: true } as const,
  ];
  engine.volumesHeld = ['id-ours'];
  engine.imagesHeld = { 'sha256:a': ['id-ours'] };
  const traces = open();
  traces.record(engine, [ours, { what: 'made', thing: volume }, { what: 'made', thing: image }]);
  const remove = async (kind: string) =>
    traces.remove(
      engine,
      (await plan()).filter((one) => one.kind === kind),
    );
  await remove('containers');
  expect((await plan()).map(({ kind }) => kind)).toEqual(['volumes', 'images']);
  await remove('volumes');
  expect((await plan()).map(({ kind }) => kind)).toEqual(['images']);
});

describe('what is no longer what was planned', () => {
  it('stays: a name went to another thing, somebody else uses it, it is gone', async () => {
    const traces = open();
    traces.record(engine, [ours, data, app]);
    const planned = await plan();
    engine.containersHeld = ['mine'];
    engine.volumesCreated['data'] = 'later';
    engine.imagesHeld = { 'sha256:b': ['app:1'] };
    const removal = await traces.remove(engine, planned);
    expect(removal).toMatchObject({
      removed: [],
      changed: [{ name: 'ours' }, { name: 'data' }, { name: 'app:1' }],
    });
    expect([engine.volumesHeld, engine.imagesHeld]).toEqual([['data'], { 'sha256:b': ['app:1'] }]);
  });

  it('stays also when it changes while containers are removed', async () => {
    const traces = open();
    traces.record(engine, [ours, data]);
    const planned = await plan();
    const remove = engine.remove;
    engine.remove = async (kind, reference) => {
      engine.volumesCreated['data'] = 'later';
      return remove(kind, reference);
    };
    const { removed, changed } = await traces.remove(engine, planned);
    expect([removed, changed]).toMatchObject([[{ name: 'ours' }], [{ name: 'data' }]]);
    expect(engine.volumesHeld).toEqual(['data']);
  });

  it('is told also where it goes while it is removed', async () => {
    const traces = open();
    traces.record(engine, [ours, data]);
    engine.remove = async (kind) => kind !== 'container';
    const { removed, changed } = await traces.remove(engine, await plan());
    expect([removed, changed]).toMatchObject([[{ name: 'data' }], [{ name: 'ours' }]]);
  });

  it('goes where the one who was asked knew of the doubt, and not with another one', async () => {
    engine.uses['mine'] = { volumes: ['data'] };
    const traces = open();
    traces.record(engine, [data]);
    const planned = await plan();
    engine.uses['mine'] = {};
    expect((await traces.remove(engine, planned)).removed).toEqual([]);
    engine.uses['mine'] = { volumes: ['data'] };
    expect((await traces.remove(engine, planned)).removed).toMatchObject([{ name: 'data' }]);
  });
});

describe('what a demo of another process made', () => {
  let other: ChildProcess;
  beforeEach(async () => {
    other = spawn(process.execPath, ['-e', 'process.stdout.write("up"); setInterval(() => {}, 1000)']);
    await once(other.stdout!, 'data');
    open().record(engine, [ours]);
    const [file = ''] = readdirSync(folder, { recursive: true }).filter((name) =>
      `${name}`.endsWith('.jsonl'),
    );
    const path = join(folder, `${file}`);
    renameSync(path, join(dirname(path), nameRun(other.pid)));
  });
  afterEach(() => void other.kill('SIGKILL'));

  it('is in doubt while that runs, and is removed with it only when somebody says so', async () => {
    expect(await plan()).toMatchObject([{ name: 'ours', doubt: { why: 'running', process: other.pid } }]);
    await open().remove(engine, await plan());
    expect(engine.containersHeld).toEqual(['mine']);
    expect(countFiles()).toBe(1);
  });

  it('is the lesson’s once that has ended', async () => {
    const ended = once(other, 'exit');
    other.kill('SIGKILL');
    await ended;
    expect(await plan()).toMatchObject([{ name: 'ours', doubt: null }]);
  });
});

it('of which nothing is left are forgotten; not while another engine may hold some', async () => {
  const traces = open();
  traces.record(engine, [ours]);
  await traces.remove(engine, await plan());
  expect(countFiles()).toBe(0);
  const second = open();
  second.record({ id: 'other' }, [data]);
  second.record(engine, [ours]);
  await second.remove(engine, await plan(second));
  expect(countFiles()).toBe(1);
});

describe('what comes while it is looked whether anything is left', () => {
  /** Does something in the last look that a removal takes: the lists of containers were given by then. */
  async function removeAll(traces: Traces, act: () => void): Promise<void> {
    const things = await plan(traces);
    const { networks } = engine;
    let looks = 0;
    const count = async () => {
      looks += 1;
      return networks();
    };
    // As often as it looks when nothing comes between.
    engine.networks = count;
    const rehearsal = new Traces(join(folder, 'rehearsal'), '/lesson/index.md');
    await rehearsal.remove(engine, []);
    const last = looks;
    looks = 0;
    engine.networks = async () => {
      const there = await count();
      if (looks === last) act();
      return there;
    };
    await traces.remove(engine, things);
    expect(looks).toBe(last);
    engine.networks = networks;
  }

  it('is not forgotten', async () => {
    const traces = open();
    traces.record(engine, [ours]);
    engine.containersHeld = ['mine', 'ours'];
    await removeAll(traces, () => {
      engine.containersHeld = ['typed'];
      traces.record(engine, [{ what: 'made', thing: { kind: 'container', id: 'id-typed' } }]);
    });
    expect((await plan()).map(({ name }) => name)).toEqual(['typed']);
  });

  it('and was only asked for is not forgotten, until it is known what came of it', async () => {
    const traces = open();
    traces.record(engine, [ours]);
    const tellKnown = traces.ask(engine, ['container']);
    const [thing] = await plan(traces);
    await traces.remove(engine, [thing!]);
    engine.containersHeld = ['cut'];
    engine.uses['cut'] = { created: new Date().toISOString() };
    expect(await plan()).toMatchObject([{ name: 'cut', doubt: { why: 'unfinished' } }]);
    tellKnown();
    expect(await plan()).toEqual([]);
    await traces.remove(engine, []);
    expect(countFiles()).toBe(0);
  });
});

it('stay when the engine goes away while they are removed', async () => {
  const traces = open();
  traces.record(engine, [ours]);
  const things = await plan();
  engine.remove = () => Promise.reject(new Error('gone'));
  await expect(traces.remove(engine, things)).rejects.toThrow('gone');
  expect((await plan()).map(({ name }) => name)).toEqual(['ours']);
});
