import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../compiler/model.ts';
import { makeFakeEngine } from '../../engine/engine.fixture.ts';
import { readCommand } from '../../shell/command.ts';
import { makeStep } from '../running/demo.fixture.ts';
import { type RehearsalOptions, rehearse } from './rehearse.ts';

function write(command: string, rest: Partial<Step> = {}): Step {
  return { line: 1, output: '', images: [], match: 'lines', ...makeStep(command), ...rest };
}

function run(steps: Step[], options: Partial<RehearsalOptions> = {}) {
  return rehearse({ steps, lang: 'en', engine: makeFakeEngine(), cwd: tmpdir(), standIn: false, ...options });
}

describe('what nobody is there for is skipped, with the reason', () => {
  it.each([
    ['input', 'it asks a question'],
    ['editor', 'it opens an editor'],
    ['endless', 'it does not end by itself'],
    ['machine', 'it changes the machine itself'],
    ['placeholder', 'it needs a value'],
  ] as const)('%s: %s', async (attended, reason) => {
    const [skipped, inside, next] = await run([
      write('touch /nowhere/x', { attended }),
      write('typed', { inside: 'touch /nowhere/x' }),
      write('true'),
    ]);
    expect(skipped).toMatchObject({
      ...{ status: 'skipped', reason, output: 'same', difference: '', exit: null, milliseconds: 0 },
      recording: null,
    });
    expect(inside).toMatchObject({ status: 'skipped', reason: 'what it is typed into was skipped' });
    expect(next).toMatchObject({ status: 'passed', reason: '' });
  });

  it('and so is everything once it was interrupted, also what runs', async () => {
    const stop = new AbortController();
    const rehearsed = run([write('sleep 60'), write('true')], { signal: stop.signal });
    setTimeout(() => stop.abort(), 300);
    const [first, second] = await rehearsed;
    expect(first).toMatchObject({ status: 'failed', reason: expect.stringContaining('interrupted') });
    expect(second).toMatchObject({ status: 'skipped', reason: 'interrupted' });
  });
});

describe('a step that failed', () => {
  it.each([
    ['what it printed last', 'echo one; echo two; (exit 3)', 'exit status 3: two'],
    ['its status where it printed nothing', '(exit 3)', 'exit status 3'],
    ['which line it was', '(exit 3)\ntrue', 'This line failed: (exit 3)'],
  ])('says %s', async (_, command, reason) => {
    expect((await run([write(command)]))[0]).toMatchObject({
      status: 'failed',
      exit: 3,
      reason,
      recording: null,
    });
  });

  it('by its time says so', async () => {
    const [slow] = await run([write('sleep 60')], { timeout: 600 });
    expect(slow).toMatchObject({ status: 'timeout', reason: 'It did not end within 1 s.' });
  });
});

it('a recording tells what it is of, when, and for which terminal', async () => {
  const before = Date.now();
  const [one] = await run([write('echo $COLUMNS $LINES', { output: '120 30' })]);
  expect(one).toMatchObject({ status: 'passed', output: 'same' });
  expect(one?.milliseconds).toBeGreaterThan(0);
  expect(one?.recording).toMatchObject({ columns: 120, rows: 30, step: 'echo $COLUMNS $LINES', engine: '' });
  expect(Date.parse(one!.recording!.date)).toBeGreaterThanOrEqual(before);
});

it('runs where it is told to, and every step of a lesson in each of its terminals', async () => {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'capas-rehearsed-')));
  const steps = [
    write('pwd', { output: cwd }),
    write('export A=1'),
    write('echo [$A]', { output: '[]', terminal: 2 }),
    write('echo [$A] $B', { id: 'again', output: '[1]' }),
  ];
  const rehearsed = await run(steps, { cwd, env: { PATH: process.env['PATH'], B: 'secret' } });
  expect(rehearsed.map(({ output, difference }) => output + difference)).toEqual([
    'same',
    'same',
    'same',
    'same',
  ]);
  rmSync(cwd, { recursive: true });
});

it('tells the engine of what is typed into a program that speaks to it', async () => {
  const inner = write("PS1='inner# ' bash --norc -i", {
    ...{ id: 'inner', interactive: true, images: ['ubuntu'], does: readCommand('docker run -it ubuntu') },
  });
  const typed = write('echo in', { id: 'typed', inside: 'inner', prompt: 'inner#', output: 'in' });
  const [opened, inside] = await run([inner, typed]);
  expect(opened).toMatchObject({ status: 'passed', exit: null });
  expect(inside).toMatchObject({ output: 'same', recording: { engine: 'Docker 1' } });
});

it('leaves out of a recording what the engine can’t tell', async () => {
  const engine = makeFakeEngine();
  engine.digest = async (reference) => {
    if (reference === 'broken') throw new Error('no');
    return reference === 'absent' ? null : `sha256:${reference}`;
  };
  const [one, two] = await run(
    [
      write('echo a', { images: ['broken', 'absent', 'ubuntu'], does: readCommand('docker pull ubuntu') }),
      write('podman --version || true'),
    ],
    { engine, standIn: true },
  );
  const facts = { engine: 'Docker 1', images: { ubuntu: 'sha256:ubuntu' }, standIn: true };
  expect([one?.recording, two?.recording]).toMatchObject([facts, facts]);
});
