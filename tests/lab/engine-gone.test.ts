import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Step } from '../../src/compiler/model.ts';
import { rehearse } from '../../src/demo/rehearsal/rehearse.ts';
import { makeStep } from '../../src/demo/running/demo.fixture.ts';
import { connectLab } from './docker.ts';
import { startLab } from './environment/start-lab.js';

/** An engine that may be killed: not the one of the other tests. */
let lab: Awaited<ReturnType<typeof startLab>>;
beforeAll(async () => {
  lab = await startLab({ name: `gone-${process.pid}`, owner: process.pid });
});
afterAll(() => lab.stop());

function write(command: string): Step {
  return { line: 1, output: '', images: [], match: 'none', ...makeStep(command) };
}

/** Rehearses a step that takes long, sends the engine a signal once it runs, and tells how long that took. */
async function breakEngine(signal: NodeJS.Signals) {
  const engine = await connectLab(lab.host);
  const over = new AbortController();
  let brokenAt = Number.NaN;
  const watch = (async () => {
    for await (const event of engine.events(over.signal)) {
      if (event.type !== 'container' || event.action !== 'start') continue;
      brokenAt = performance.now();
      process.kill(lab.enginePid, signal);
      break;
    }
  })();
  const steps = [write('docker run --rm ubuntu sleep 300'), write('docker images')];
  let failedAt = Number.NaN;
  const rehearsed = await rehearse({
    ...{ steps, lang: 'en' as const, engine, cwd: tmpdir(), standIn: true },
    onStep: () => {
      if (Number.isNaN(failedAt)) failedAt = performance.now();
    },
  });
  over.abort();
  await watch.catch(() => {});
  return { rehearsed, took: failedAt - brokenAt };
}

it('fails the running step within two seconds when the engine hangs, and does not try the next', async () => {
  try {
    const { rehearsed, took } = await breakEngine('SIGSTOP');
    expect(rehearsed.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(rehearsed[1]?.reason).toContain('the engine is gone');
    expect(took).toBeLessThan(2_000);
  } finally {
    process.kill(lab.enginePid, 'SIGCONT');
  }
});

it('fails it within two seconds when the engine is killed', async () => {
  const { rehearsed, took } = await breakEngine('SIGKILL');
  expect(rehearsed.map(({ status }) => status)).toEqual(['failed', 'failed']);
  expect(took).toBeLessThan(2_000);
});
