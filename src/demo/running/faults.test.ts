import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { openSession } from '../session/session.ts';
import { makeDemo, makeStep, type TestDemo } from './demo.fixture.ts';

let demo: TestDemo;
afterEach(() => demo.runner.close());

function fail(): never {
  throw new Error('a handler of no use');
}

describe('what a listener throws', () => {
  it.each(['onStatus', 'onOutput'])('in %s stops no step, and is told', async (name) => {
    const faults: unknown[] = [];
    demo = makeDemo([makeStep('echo hola')], { [name]: fail, onFault: (fault) => faults.push(fault) });
    expect(await demo.runner.run('echo hola')).toMatchObject({ state: 'done', printed: 'hola' });
    expect(faults).toContainEqual(new Error('a handler of no use'));
  });

  it('of a session, keeps nothing from those after it', async () => {
    const faults: unknown[] = [];
    demo = makeDemo([makeStep('echo hola')], {
      open() {
        const session = openSession({
          cwd: tmpdir(),
          columns: 80,
          rows: 24,
          onFault: (fault) => faults.push(fault),
        });
        session.listen(fail);
        return session;
      },
    });
    expect(await demo.runner.run('echo hola')).toMatchObject({ state: 'done', exit: 0 });
    expect(faults.length).toBeGreaterThan(0);
  });

  it('while a step is placed, fails that step and no other', async () => {
    const faults: unknown[] = [];
    const bad = makeStep('echo bad');
    Object.defineProperty(bad, 'timeout', { get: fail });
    demo = makeDemo([bad, makeStep('echo good')], { onFault: (fault) => faults.push(fault) });
    expect(await demo.runner.run('echo bad')).toMatchObject({
      state: 'failed',
      note: expect.stringMatching('no use'),
    });
    expect(await demo.runner.run('echo good')).toMatchObject({ state: 'done' });
    expect(faults).toEqual([new Error('a handler of no use')]);
  });
});
