import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { Faults } from './faults.ts';

let stderr: MockInstance<typeof process.stderr.write>;
beforeEach(() => {
  stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  stderr.mockRestore();
  vi.unstubAllEnvs();
});

const said = () => stderr.mock.calls.map(([text]) => String(text)).join('');

describe('what goes wrong', () => {
  it('in a handler is said on standard error and to all who listen, and goes no further', () => {
    const faults = new Faults();
    const heard: unknown[] = [];
    faults.listen(() => {
      throw new Error('a listener of no use');
    });
    faults.listen((fault) => heard.push(fault));
    faults.guard(() => {
      throw new Error('disk full\u001b[2J');
    })();
    expect(said()).toContain('disk full␛[2J');
    expect(heard.map(String)).toEqual(['Error: disk full\u001b[2J']);
  });

  it('a thousand times is said once in a while', () => {
    let now = 0;
    const faults = new Faults(() => now);
    const heard: unknown[] = [];
    faults.listen((fault) => heard.push(fault));
    for (let count = 0; count < 1000; count++) faults.report(new Error('again'));
    faults.report(new Error('another'));
    expect(heard).toHaveLength(2);
    now = 60_000;
    faults.report(new Error('again'));
    expect(heard).toHaveLength(3);
  });

  it('is said again after five seconds, not before', () => {
    let now = 1_700_000_000_000;
    const faults = new Faults(() => now);
    const say = () => faults.report(new Error('again'));
    say();
    now += 4999;
    say();
    expect(stderr).toHaveBeenCalledTimes(1);
    now += 1;
    say();
    expect(stderr).toHaveBeenCalledTimes(2);
  });

  it('is known among a hundred others; with more of them, all are said anew', () => {
    const faults = new Faults(() => 0);
    const say = (count: number) => {
      for (let at = 0; at < count; at++) faults.report(new Error(`fault ${at}`));
    };
    say(100);
    say(100);
    expect(stderr).toHaveBeenCalledTimes(100);
    say(101);
    expect(stderr).toHaveBeenCalledTimes(101);
    say(1);
    expect(stderr).toHaveBeenCalledTimes(102);
  });

  it.each([
    ['capas', true],
    ['express', false],
    [undefined, false],
  ])('with DEBUG=%s is said with where it happened: %s', (debug, isTold) => {
    vi.stubEnv('DEBUG', debug);
    const fault = new Error('disk full');
    new Faults().report(fault);
    new Faults().report('no error');
    const where = isTold ? `\n${fault.stack}` : '';
    const start = 'capas: something went wrong, the class goes on:';
    expect(said()).toBe(`${start} disk full${where}\n${start} no error\n`);
  });

  it('may be anything', () => {
    new Faults().report(undefined);
    expect(said()).toContain('undefined');
  });
});
