import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFakeEngine } from '../../engine/engine.fixture.ts';
import { formatAsciicast, parseAsciicast } from '../../recording/asciicast.ts';
import type { Recording } from '../../recording/recording.ts';
import {
  checkRecordings,
  keepLayers,
  keepRecordings,
  recordLayers,
  removeRecordings,
} from './keep-recordings.ts';
import type { RehearsedStep } from './rehearse.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-recordings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const recording = {
  ...{ columns: 80, rows: 24, date: '2026-01-01T00:00:00.000Z', command: 'true', engine: '', images: {} },
  ...{ standIn: true, events: [{ at: 5, code: 'o', data: 'x' }] },
} as Omit<Recording, 'step'>;

function rehearsed(id: string, passed: boolean): RehearsedStep {
  return { step: { id }, recording: passed ? { ...recording, step: id } : null } as RehearsedStep;
}

const names = () => readdirSync(join(folder, 'recordings')).sort();
function put(name: string, text: string): void {
  mkdirSync(join(folder, 'recordings'), { recursive: true });
  writeFileSync(join(folder, 'recordings', name), text);
}
const cast = (step: string) => formatAsciicast({ ...recording, step });

it('writes what passed, and keeps what did not', () => {
  put('failed.cast', 'old');
  put('passed.cast', 'old');
  keepRecordings(folder, [rehearsed('passed', true), rehearsed('failed', false)]);
  expect(names()).toEqual(['failed.cast', 'passed.cast']);
  const text = readFileSync(join(folder, 'recordings', 'passed.cast'), 'utf8');
  expect(parseAsciicast(text)).toEqual({ ...recording, step: 'passed' });
});

it('removes the recordings of steps that are gone, and nothing else', () => {
  put('known.cast', cast('known'));
  put('gone.cast', cast('gone'));
  put('talk.cast', cast(''));
  put('renamed.cast', cast('gone'));
  put('broken.cast', 'mine');
  put('layers.json', '{}');
  mkdirSync(join(folder, 'recordings', 'folder.cast'));
  removeRecordings(folder, new Set(['known']));
  expect(names()).toEqual([
    ...['broken.cast', 'folder.cast', 'known.cast', 'layers.json', 'renamed.cast', 'talk.cast'],
  ]);
});

describe('in a folder with links to what is the user’s', () => {
  const mine = () =>
    readdirSync(join(folder, 'mine')).map((name) => readFileSync(join(folder, 'mine', name), 'utf8'));
  const snapshot = { date: '', engine: '', standIn: false, images: {} };
  beforeEach(() => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'gone.cast'), cast('gone'));
  });

  it('writes through none of them', () => {
    mkdirSync(join(folder, 'recordings'));
    for (const name of ['passed.cast', 'layers.json'])
      symlinkSync('../mine/gone.cast', join(folder, 'recordings', name));
    expect(() => keepRecordings(folder, [rehearsed('passed', true)])).toThrow(/passed\.cast: a link to/);
    expect(() => keepLayers(folder, snapshot)).toThrow(/layers\.json: a link to/);
    expect(mine()).toEqual([cast('gone')]);
  });

  it('removes nothing where one of them leads, and says so before', () => {
    symlinkSync('mine', join(folder, 'recordings'));
    removeRecordings(folder, new Set());
    expect(() => checkRecordings(folder)).toThrow(/recordings: a link to mine/);
    expect(() => keepRecordings(folder, [rehearsed('passed', true)])).toThrow(/recordings: a link to mine/);
    expect(mine()).toEqual([cast('gone')]);
  });

  it('removes no link either', () => {
    put('known.cast', cast('known'));
    symlinkSync('../mine/gone.cast', join(folder, 'recordings', 'gone.cast'));
    removeRecordings(folder, new Set(['known']));
    expect(names()).toEqual(['gone.cast', 'known.cast']);
    expect(mine()).toEqual([cast('gone')]);
  });
});

it('records the layers of images that the page only names, where the engine has them', async () => {
  const engine = makeFakeEngine();
  engine.imagesHeld = { 'sha256:a': ['ubuntu:latest'] };
  engine.layers = async () => [{ digest: 'sha256:l', size: 7, createdBy: 'ADD' }];
  const images = [
    { name: 'ubuntu', layers: null },
    { name: 'absent', layers: null },
    { name: 'drawn', layers: [] },
  ];
  const stack = { title: '', images, containers: [], live: false };
  const diagram = { id: 'd', line: 1, kind: 'layers' as const, mermaid: '', title: '', description: '' };
  const lesson = { diagrams: [{ ...diagram, stack, recorded: null }] };
  expect(await recordLayers(lesson, engine, true)).toMatchObject({
    engine: 'Docker 1',
    standIn: true,
    images: { ubuntu: [{ id: 'sha256:l', made: 'ADD', size: 7 }] },
  });
  expect(await recordLayers({ diagrams: [] }, engine, true)).toBeNull();
});
