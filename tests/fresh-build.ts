import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { isBuildCurrent } from '../scripts/build-stamp.js';

/** For projects whose tests use `dist/`: builds first where it is not of the sources in the tree. */
export default function setUp(project: TestProject): void {
  buildWhereOld();
  project.onTestsRerun(buildWhereOld);
}

function buildWhereOld(): void {
  if (isBuildCurrent()) return;
  // What users get, not what Vite makes for tests.
  const { NODE_ENV: _, ...env } = process.env;
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { env, stdio: 'inherit' });
  if (status !== 0) throw new Error('the build that these tests are to use has failed');
}
