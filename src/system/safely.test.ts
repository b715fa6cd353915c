import { describe, expect, it } from 'vitest';
import { safely } from './safely.ts';

describe('safely', () => {
  it('reports what a handler throws, and what a promise of it is rejected with', async () => {
    const faults: unknown[] = [];
    const onFault = (fault: unknown) => faults.push(fault);
    safely(onFault, () => {
      throw new Error('thrown');
    })();
    safely(onFault, () => Promise.reject(new Error('rejected')))();
    await expect.poll(() => faults.map(String)).toEqual(['Error: thrown', 'Error: rejected']);
  });

  it('hands over what it gets', () => {
    const [got, faults]: unknown[][] = [[], []];
    safely<[number, string]>(
      (fault) => faults!.push(fault),
      (...args) => got!.push(...args),
    )(1, 'two');
    expect(got).toEqual([1, 'two']);
    expect(faults).toEqual([]);
  });
});
