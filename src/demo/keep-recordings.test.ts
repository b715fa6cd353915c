import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFakeEngine } from '../engine/engine.fixture.ts';
import { parseAsciicast } from '../recording/asciicast.ts';
import type { Recording } from '../recording/model.ts';
import { keepRecordings, recordLayers } from './keep-recordings.ts';
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

it('writes what passed, keeps what did not, removes what the page no longer has', () => {
  mkdirSync(join(folder, 'recordings'));
  for (const name of ['failed.cast', 'gone.cast', 'layers.json'])
    writeFileSync(join(folder, 'recordings', name), 'old');
  keepRecordings(folder, [rehearsed('passed', true), rehearsed('failed', false)]);
  expect(readdirSync(join(folder, 'recordings')).sort()).toEqual([
    'failed.cast',
    'layers.json',
    'passed.cast',
  ]);
  const text = readFileSync(join(folder, 'recordings', 'passed.cast'), 'utf8');
  expect(parseAsciicast(text)).toEqual({ ...recording, step: 'passed' });
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
