import { expect, it } from 'vitest';
import { countTests } from './count-tests.js';

const report = (passed: number, failed = 0, skipped = 0, todo = 0) =>
  JSON.stringify({
    ...{ numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, numTodoTests: todo },
  });

it.each([
  ['all passed', report(3), 0, { passed: 3, failed: 0 }],
  ['some failed', report(3, 2), 1, { passed: 3, failed: 2 }],
  ['some were skipped or are still to be written', report(3, 0, 2, 1), 0, { passed: 3, failed: 3 }],
  ['all were skipped', report(0, 0, 4), 0, { passed: 0, failed: 4 }],
  ['a suite could not be loaded', report(3), 1, { passed: 3, failed: 1 }],
  ['there is no test', report(0), 0, { passed: 0, failed: 1 }],
  ['it was killed after its report', report(3), null, { passed: 3, failed: 1 }],
  ['it crashed before its report', null, 1, { passed: 0, failed: 1 }],
  ['it left no report and says that all is well', null, 0, { passed: 0, failed: 1 }],
  ['its report is cut', '{"numPassedTests":3,', 0, { passed: 0, failed: 1 }],
])('counts a run in which %s', (_, text, status, counts) => {
  expect(countTests('unit', text, status, true)).toMatchObject(counts);
});

it('says what did not run, also where that is allowed', () => {
  const lax = countTests('lab', report(3, 0, 2), 0, false);
  expect(lax).toEqual({ passed: 3, failed: 0, remarks: ['2 tests of "lab" were skipped.'] });
  expect(countTests('lab', report(0), 0, false).remarks).toEqual(['There was no test of "lab".']);
  expect(countTests('lab', report(0, 0, 2), 0, false)).toMatchObject({ passed: 0, failed: 0 });
});
