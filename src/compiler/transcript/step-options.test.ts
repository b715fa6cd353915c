import { expect, test } from 'vitest';
import { readOptions } from './step-options.ts';

const usual = { exit: 0, timeout: null, terminal: 1, match: 'lines' };

test.each([
  [{}, {}],
  [{ exit: '1' }, { exit: 1 }],
  [{ exit: '256' }, {}],
  [{ exit: 'one' }, {}],
  [{ timeout: '60s' }, { timeout: 60_000 }],
  [{ timeout: '2m' }, { timeout: 120_000 }],
  [{ timeout: '1.5' }, { timeout: 1500 }],
  [{ timeout: '250ms' }, { timeout: 250 }],
  [{ timeout: 'soon' }, {}],
  [{ terminal: '2' }, { terminal: 2 }],
  [{ terminal: '0' }, {}],
  [{ match: 'exact' }, { match: 'exact' }],
  [{ match: 'none' }, { match: 'none' }],
  [{ match: 'some' }, {}],
])('%j is read as %j', (values, expected) => {
  expect(readOptions(values as Record<string, string>)).toEqual({ ...usual, ...expected });
});
