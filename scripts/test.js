/**
 * `npm test`: lint, types, boundaries and every test; closes with `N passed, N failed`.
 *
 * What the tests need and is not there is installed where that may be done, and elsewhere named loudly.
 * With `CI=true` a test that did not run counts as failed.
 *
 * Usage: node scripts/test.js [project…]   (all projects but `corpus` when none is named)
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests } from './count-tests.js';
import { meetNeeds } from './needs.js';

const onCi = Boolean(process.env.CI);
const named = process.argv.slice(2);
const wanted = named.length > 0 ? named : ['unit', 'growth', 'e2e', 'attacks', 'lab'];

const missing = meetNeeds();
const skipped = wanted.filter((project) => missing.some((need) => need.projects.includes(project)));
const projects = wanted.filter((project) => !skipped.includes(project));

const total = { passed: 0, failed: 0 };
if (named.length === 0) add(runChecks());
add(runTests(projects));
tellSkipped();

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

/** Each of lint, types and boundaries counts as one test. */
function runChecks() {
  const statuses = ['build', 'lint', 'typecheck', 'boundaries'].map(
    (script) => spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' }).status,
  );
  const passed = statuses.filter((status) => status === 0).length;
  return { passed, failed: statuses.length - passed };
}

/** Runs the projects one after another: they share the machine's two cores with a browser and an engine. */
function runTests(names) {
  const counts = names.map(runProject);
  return {
    passed: counts.reduce((sum, count) => sum + count.passed, 0),
    failed: counts.reduce((sum, count) => sum + count.failed, 0),
  };
}

function runProject(name) {
  const folder = mkdtempSync(join(tmpdir(), 'capas-test-'));
  const report = join(folder, 'report.json');
  try {
    const { status } = spawnSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        name,
        '--reporter=default',
        '--reporter=json',
        `--outputFile=${report}`,
      ],
      { stdio: 'inherit' },
    );
    const { remarks, ...counts } = countTests(name, read(report), status, onCi);
    for (const remark of remarks) console.error(remark);
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function tellSkipped() {
  if (missing.length === 0) return;
  console.error('\n!! Not everything was tested. Missing on this machine:');
  for (const { name, projects } of missing)
    console.error(`!!   ${name}${projects.length > 0 ? `, for: ${projects.join(', ')}` : ''}`);
  if (skipped.length > 0) console.error(`!! Not run: ${skipped.join(', ')}\n`);
  if (onCi) total.failed += skipped.length;
}
