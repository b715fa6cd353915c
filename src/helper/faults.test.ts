import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { Faults } from './faults.ts';

let stderr: MockInstance<typeof process.stderr.write>;
beforeEach(() => {
  stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => stderr.mockRestore());

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

  it('may be anything', () => {
    new Faults().report(undefined);
    expect(said()).toContain('undefined');
  });
});
