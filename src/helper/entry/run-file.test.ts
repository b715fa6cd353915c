import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findRuns, RunFile } from './run-file.ts';

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'capas-run-'));
});
afterEach(() => rmSync(state, { recursive: true }));

const files = () => readdirSync(join(state, 'running')).map((name) => join(state, 'running', name));

/** What a helper leaves that is killed. */
function leave(course: string, port: number): RunFile {
  const run = new RunFile(state, course);
  run.tryToWrite(port);
  const { pid: dead } = spawnSync('true');
  for (const file of files()) {
    const written = JSON.parse(readFileSync(file, 'utf8'));
    if (written.place === run.secrets.place) writeFileSync(file, JSON.stringify({ ...written, pid: dead }));
  }
  return run;
}

it('is for the user’s eyes only, and gone after a clean end', () => {
  const run = new RunFile(state, '/course');
  run.tryToWrite(4000);
  expect(statSync(join(state, 'running')).mode & 0o777).toBe(0o700);
  expect(files().map((file) => statSync(file).mode & 0o777)).toEqual([0o600]);
  expect(findRuns(state)).toMatchObject([{ port: 4000, ...run.secrets }]);
  expect(findRuns(state, '/course')).toHaveLength(1);
  expect(findRuns(state, '/other')).toEqual([]);
  run.remove();
  expect(files()).toEqual([]);
});

it('leaves windows, port and place to the next run of the same course, and neither key nor cookie', () => {
  const killed = leave('/course', 4000);
  const other = new RunFile(state, '/other');
  expect(other).toMatchObject({ formerPort: 0, secrets: { former: [] } });
  const next = new RunFile(state, '/course');
  expect(next.formerPort).toBe(4000);
  expect(next.secrets.windows).toBe(killed.secrets.windows);
  expect(next.secrets.former).toEqual([killed.secrets.place]);
  expect(next.secrets.place).not.toBe(killed.secrets.place);
  expect(next.secrets.door).not.toBe(killed.secrets.door);
  expect(new RunFile(state, '/course').formerPort).toBe(0);
});

it('is not taken from a helper that runs', () => {
  const first = new RunFile(state, '/course');
  first.tryToWrite(4000);
  const second = new RunFile(state, '/course');
  expect(second).toMatchObject({ formerPort: 0, secrets: { former: [] } });
  expect(second.secrets.windows).not.toBe(first.secrets.windows);
  expect(findRuns(state)).toHaveLength(1);
});

it('that can’t be read is as none', () => {
  leave('/course', 4000);
  for (const file of files()) writeFileSync(file, '{"pid":');
  expect(new RunFile(state, '/course').formerPort).toBe(0);
  expect(findRuns(state)).toEqual([]);
});
