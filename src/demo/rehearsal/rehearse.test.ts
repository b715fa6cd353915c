import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../compiler/model.ts';
import { type FakeEngine, makeFakeEngine } from '../../engine/engine.fixture.ts';
import { readCommand } from '../../shell/command.ts';
import { makeStep } from '../running/demo.fixture.ts';
import { type RehearsalOptions, rehearse } from './rehearse.ts';

/** A page's step; the real shell runs it. */
function write(command: string, rest: Partial<Step> = {}): Step {
  return { line: 1, output: '', images: [], match: 'lines', ...makeStep(command), ...rest };
}

function run(steps: Step[], options: Partial<RehearsalOptions> = {}, engine: FakeEngine = makeFakeEngine()) {
  return rehearse({ steps, lang: 'en', engine, cwd: tmpdir(), standIn: false, ...options });
}

describe('a rehearsal', () => {
  it('runs the steps in order in one shell, compares and records', async () => {
    const told: string[] = [];
    const [cd, pwd, ls] = await run(
      [write('cd /usr'), write('pwd', { output: '/usr' }), write('echo one', { output: 'two' })],
      { onStep: ({ step }) => told.push(step.id) },
    );
    expect(told).toEqual(['cd /usr', 'pwd', 'echo one']);
    expect(cd).toMatchObject({ status: 'passed', exit: 0, output: 'same' });
    expect(pwd).toMatchObject({ status: 'passed', output: 'same', difference: '', reason: '' });
    expect(pwd?.recording?.events.map(({ code, data }) => [code, data])).toEqual([
      ['o', '/usr\r\n'],
      ['x', '0'],
    ]);
    expect(ls).toMatchObject({ status: 'passed', output: 'differs' });
    expect(ls?.difference).toContain('two');
  });

  it('fails a step with another status than the page expects, with what it said', async () => {
    const [wrong, wanted] = await run([write('ls /nowhere'), write('(exit 3)', { exit: 3 })]);
    expect(wrong).toMatchObject({ status: 'failed', exit: 2, recording: null });
    expect(wrong?.reason).toContain('/nowhere');
    expect(wanted).toMatchObject({ status: 'passed', exit: 3 });
  });

  it('ends a step that takes too long, and goes on', async () => {
    const [slow, next] = await run([write('sleep 60', { timeout: 300 }), write('echo on')]);
    expect(slow).toMatchObject({ status: 'timeout', exit: null });
    expect(next).toMatchObject({ status: 'passed' });
  });

  it('types what is inside, and skips what nobody is there for, with the reason', async () => {
    const steps = [
      write('bash --norc -i', { interactive: true }),
      write('echo in', { inside: 'bash --norc -i', prompt: 'bash#', output: 'in' }),
      write('vi notes', { attended: 'editor', interactive: true }),
      write(':wq', { inside: 'vi notes' }),
    ];
    const [opened, typed, editor, inside] = await run(steps);
    expect(opened).toMatchObject({ status: 'passed', exit: null });
    expect(typed).toMatchObject({ status: 'passed', output: 'same' });
    expect(editor).toMatchObject({ status: 'skipped', reason: 'it opens an editor' });
    expect(inside).toMatchObject({ status: 'skipped' });
  });

  it('tells engine, images and stand-ins in recordings of steps that speak to the engine', async () => {
    const engine = makeFakeEngine();
    engine.imagesHeld = { 'sha256:a': ['ubuntu'] };
    const steps = [
      write('true 1', {
        does: readCommand('docker run ubuntu'),
        images: ['ubuntu', 'ubuntu:latest', 'absent'],
      }),
      write('docker --version || true'),
      write('echo docker ps > /dev/null'),
    ];
    const [first, second, third] = await run(steps, { standIn: true }, engine);
    const facts = { engine: 'Docker 1', images: { ubuntu: 'sha256:a' }, standIn: true };
    expect(first?.recording).toMatchObject(facts);
    expect(second?.recording).toMatchObject(facts);
    expect(third?.recording).toMatchObject({ engine: '', images: {}, standIn: false });
  });

  it('fails at once when the engine goes away, and does not try the steps after it', async () => {
    const engine = makeFakeEngine();
    engine.waitUntilGone = async () => 'socket closed';
    const [first, second] = await run([write('sleep 60'), write('sleep 61')], {}, engine);
    expect(first).toMatchObject({ status: 'failed' });
    expect(second).toMatchObject({ status: 'failed', reason: expect.stringContaining('socket closed') });
  });

  it('can be interrupted', async () => {
    const stop = new AbortController();
    const [first, second] = await run([write('true'), write('true', { id: 'second' })], {
      onStep: () => stop.abort(),
      signal: stop.signal,
    });
    expect([first?.status, second?.status]).toEqual(['passed', 'skipped']);
  });
});
