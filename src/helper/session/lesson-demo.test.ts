import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import type { Lesson } from '../../compiler/model.ts';
import { Traces } from '../../demo/traces/traces.ts';
import { type FakeEngine, makeFakeEngine } from '../../engine/engine.fixture.ts';
import type { Fact } from '../../engine/engine.ts';
import { LessonDemo } from './lesson-demo.ts';

let folder: string;
let engine: FakeEngine;
let traces: Traces;
let demo: LessonDemo;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-lesson-demo-'));
  engine = makeFakeEngine();
  engine.containersHeld = ['mine', 'web', 'later'];
  engine.volumesHeld = ['data', 'shared'];
  engine.imagesHeld = { 'sha256:a': ['app:1'] };
  engine.uses['mine'] = { volumes: ['shared'] };
  traces = new Traces(folder, 'lesson.md');
  demo = open(compileCommand('docker ps'));
  demo.setEngine(engine);
  traces.record(engine, [container('web'), volume('data'), volume('shared'), image]);
});
afterEach(async () => {
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

const surroundings = { picture: () => null, read: () => null, exists: () => false };

function compileCommand(command: string, frontMatter = ''): Lesson {
  const text = `${frontMatter}# L\n\n\`\`\`console\n$ ${command}\n\`\`\`\n`;
  return compile({ path: 'lesson.md', text }, surroundings);
}

function open(lesson: Lesson, onOutput: (bytes: Uint8Array) => void = () => {}): LessonDemo {
  return new LessonDemo({
    lesson: { slug: 'lesson', path: 'lesson.md', folder, lesson, surroundings },
    env: { PATH: process.env['PATH'], HOME: folder },
    traces,
    size: () => ({ columns: 300, rows: 24 }),
    onStatus() {},
    onOutput: (_, bytes) => onOutput(bytes),
  });
}

const container = (name: string): Fact => ({ what: 'made', thing: { kind: 'container', id: `id-${name}` } });
const volume = (name: string): Fact => ({ what: 'made', thing: { kind: 'volume', name, created: 'then' } });
const image: Fact = {
  what: 'made',
  thing: { kind: 'image', reference: 'app:1', id: 'sha256:a', sure: true },
};

it('lists by name what goes, what stays, and what is in doubt', async () => {
  expect(await demo.list(engine)).toEqual({
    id: expect.stringMatching(/^[\w-]{36}$/),
    ...{ containers: ['web'], networks: [], volumes: ['data'], images: ['app:1'] },
    doubtful: [{ name: 'shared', why: 'used', by: ['mine'] }],
    unknown: true,
  });
  expect(await demo.list(null)).toMatchObject({ containers: [], doubtful: [], unknown: false });
});

it('removes what was listed and nothing that was not, though the demo made it', async () => {
  const { id } = await demo.list(engine);
  traces.record(engine, [container('later')]);
  expect(await demo.reset(engine, id)).toEqual({ removed: ['web', 'data'], problems: [] });
  expect(engine.containersHeld).toEqual(['mine', 'later']);
  expect(engine.volumesHeld).toEqual(['shared']);
  expect(Object.keys(engine.imagesHeld)).toEqual(['sha256:a']);
});

it('leaves what came to be in doubt since it was listed', async () => {
  const { id } = await demo.list(engine);
  engine.uses['mine'] = { volumes: ['data', 'shared'] };
  expect((await demo.reset(engine, id)).removed).toEqual(['web']);
});

it.each([
  ['without a list', async () => ''],
  ['with another list’s name', async () => 'other'],
  [
    'with a list that a newer one has taken the place of',
    async () => {
      const { id } = await demo.list(engine);
      await demo.list(engine);
      return id;
    },
  ],
  [
    'with a list that was used',
    async () => {
      const { id } = await demo.list(null);
      await demo.reset(engine, id);
      return id;
    },
  ],
])('removes nothing %s', async (_, getList) => {
  expect((await demo.reset(engine, await getList())).removed).toEqual([]);
  expect(engine.containersHeld).toContain('web');
});

it('tells what the engine says when it goes away meanwhile', async () => {
  const { id } = await demo.list(engine);
  engine.containers = () => Promise.reject(new Error('no answer within 5 s'));
  expect(await demo.reset(engine, id)).toEqual({ removed: [], problems: ['no answer within 5 s'] });
});

describe('a session’s commands', () => {
  async function readHost(frontMatter = ''): Promise<string> {
    let printed = '';
    const lesson = compileCommand('echo "host=$(printenv DOCKER_HOST || echo none);"', frontMatter);
    const other = open(lesson, (bytes) => {
      printed += Buffer.from(bytes).toString();
    });
    other.setEngine(Object.assign(engine, { endpoint: { path: join(folder, 'sock') } }));
    try {
      await other.session.run(lesson.steps[0]!.id, {});
      await expect.poll(() => printed, { timeout: 20_000 }).toMatch(/host=(?!\$).*;/);
      return /host=(?!\$)(.*?);/.exec(printed)?.[1] ?? '';
    } finally {
      await other.close();
    }
  }

  it('reach the engine by our socket also where none of them names it', async () => {
    expect(await readHost()).toMatch(/^unix:.*capas-engine-/);
  });

  it('keep the user’s settings where the page says that they need none', async () => {
    expect(await readHost('---\ncapas:\n  engine: none\n---\n\n')).toBe('none');
  });
});
