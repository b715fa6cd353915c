import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFakeEngine } from '../../engine/engine.fixture.ts';
import { parseLayersSnapshot } from '../../recording/layers-snapshot.ts';
import { keepLayers, keepRecordings, recordLayers } from '../rehearsal/keep-recordings.ts';
import { Recorder } from '../rehearsal/recorder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-recorded-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a step that never started printed nothing', () => {
  expect(new Recorder().finish('unknown', 0)).toEqual([]);
});

it('layers are kept where the page looks for them, also when they are recorded again', () => {
  const snapshot = { date: '2026-01-01', engine: 'Docker 1', standIn: false, images: {} };
  for (let count = 0; count < 2; count++) keepLayers(folder, snapshot);
  expect(parseLayersSnapshot(readFileSync(join(folder, 'recordings/layers.json'), 'utf8'))).toEqual(snapshot);
  keepRecordings(folder, []);
  expect(readFileSync(join(folder, 'recordings/layers.json'), 'utf8')).not.toBe('');
});

const diagram = { id: 'd', line: 1, kind: 'layers' as const, mermaid: '', title: '', description: '' };
const stackOf = (...images: { name: string; layers: [] | null }[]) => ({
  ...{ title: '', images, containers: [], live: false },
});

it('layers are recorded once an image, also where an earlier recording was filled in', async () => {
  const engine = makeFakeEngine();
  engine.imagesHeld = { 'sha256:a': ['ubuntu:latest'], 'sha256:b': ['httpd:2.4'] };
  const asked: string[] = [];
  engine.layers = async (name) => {
    asked.push(name);
    return [];
  };
  const named = stackOf({ name: 'ubuntu', layers: null });
  const filled = stackOf({ name: 'httpd:2.4', layers: [] });
  const recorded = { date: '2026-01-01', engine: '', standIn: false };
  const diagrams = [
    { ...diagram, stack: named, recorded: null },
    { ...diagram, stack: named, recorded: null },
    { ...diagram, stack: filled, recorded },
    { ...diagram, stack: null, recorded: null },
  ];
  const snapshot = await recordLayers({ diagrams }, engine, false);
  expect(snapshot).toMatchObject({ images: { ubuntu: [], 'httpd:2.4': [] }, standIn: false });
  expect(new Date(snapshot!.date).getTime()).toBeGreaterThan(0);
  expect(asked).toEqual(['ubuntu', 'httpd:2.4']);
});
