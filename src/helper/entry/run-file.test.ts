import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
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

it('that was killed is no run, and of those that run the one that began last is the first', () => {
  leave('/course', 4000);
  expect(findRuns(state)).toEqual([]);
  const began = [4001, 4002, 4003].map((port) => {
    const known = new Set(files());
    new RunFile(state, `/course/${port}`).tryToWrite(port);
    return files().find((file) => !known.has(file))!;
  });
  // In an order that is neither that of writing nor its reverse.
  for (const [at, time] of [2000, 3000, 1000].entries()) utimesSync(began[at]!, time, time);
  expect(findRuns(state).map(({ port }) => port)).toEqual([4002, 4001, 4003]);
});

it('remembers the places of eight that were killed, the latest last', () => {
  const places = Array.from({ length: 10 }, (_, at) => leave('/course', 4000 + at).secrets.place);
  expect(new RunFile(state, '/course').secrets.former).toEqual(places.slice(-8));
});

it('is named after its course and by chance, so that neither tells the course nor takes another one’s place', () => {
  for (const port of [4000, 4001]) new RunFile(state, '/course').tryToWrite(port);
  const names = readdirSync(join(state, 'running'));
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}-[0-9a-f]{16}\.json$/);
  const [one, two] = names.map((name) => name.split('-'));
  expect(one![0]).toBe(two![0]);
  expect(one![1]).not.toBe(two![1]);
});

it('is said not to be written where the state can’t be, and nothing else fails of it', () => {
  const run = new RunFile(join(state, 'file'), '/course');
  writeFileSync(join(state, 'file'), '');
  expect(run.tryToWrite(4000)).toContain('ENOTDIR');
  expect(() => run.remove()).not.toThrow();
  expect(findRuns(join(state, 'file'))).toEqual([]);
});

it('that was not wholly written, or holds more than a place where one stands, is as none', () => {
  new RunFile(state, '/course').tryToWrite(4000);
  const [file] = files();
  copyFileSync(file!, `${file}.draft`);
  expect(findRuns(state)).toHaveLength(1);
  const run = JSON.parse(readFileSync(file!, 'utf8'));
  for (const place of [`${run.place}/..`, `x${run.place}`, run.place.slice(1)]) {
    writeFileSync(file!, JSON.stringify({ ...run, place }));
    expect(findRuns(state)).toEqual([]);
  }
});

it('that can’t be read is as none', () => {
  leave('/course', 4000);
  for (const file of files()) writeFileSync(file, '{"pid":');
  expect(new RunFile(state, '/course').formerPort).toBe(0);
  expect(findRuns(state)).toEqual([]);
});
