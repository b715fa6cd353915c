/**
 * What a run of one vitest project comes to. A test that did not run is no test that passed: skipped ones
 * count as failed where they must not be (`strict`), and a run that ended badly, without a report or without
 * any test has failed, whatever its report says.
 *
 * @param {string} project
 * @param {string | null} report vitest's JSON report; `null` where it left none
 * @param {number | null} status vitest's exit status; `null` when it was killed
 * @param {boolean} strict
 * @returns {{ passed: number, failed: number, remarks: string[] }}
 */
export function countTests(project, report, status, strict) {
  const result = parse(report);
  if (result === null)
    return { passed: 0, failed: 1, remarks: [`The tests of "${project}" ended without a report.`] };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = result;
  const skips = numPendingTests + numTodoTests;
  const failed = numFailedTests + (strict ? skips : 0);
  const remarks = skips > 0 ? [`${skips} tests of "${project}" were skipped.`] : [];
  if (passed + numFailedTests + skips === 0) remarks.push(`There was no test of "${project}".`);
  // A suite that could not be loaded has no test to count, yet the run has failed.
  const wentWrong = status !== 0 || passed + failed + skips === 0;
  return { passed, failed: failed === 0 && wentWrong ? 1 : failed, remarks };
}

/** @param {string | null} report */
function parse(report) {
  try {
    return JSON.parse(report ?? '');
  } catch {
    return null;
  }
}
