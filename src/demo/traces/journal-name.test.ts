import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findProcess, isRunName, nameRun } from './journal-name.ts';

let other: ChildProcess;
beforeAll(async () => {
  other = spawn(process.execPath, ['-e', 'process.stdout.write("up"); setInterval(() => {}, 1000)']);
  await once(other.stdout!, 'data');
});
afterAll(() => {
  other.kill('SIGKILL');
});

it('a name tells the process that writes, while it lives, and no later one that gets its number', async () => {
  const name = nameRun(other.pid);
  expect(isRunName(name)).toBe(true);
  expect(findProcess(name)).toBe(other.pid);
  expect(findProcess(nameRun())).toBe(process.pid);
  expect(findProcess(nameRun().replace(`${process.pid}-`, `${other.pid}-`))).toBeNull();
  const ended = once(other, 'exit');
  other.kill('SIGKILL');
  await ended;
  expect(findProcess(name)).toBeNull();
});

it('is another one each time', () => {
  expect(nameRun()).not.toBe(nameRun());
});

it.each(['', 'notes.jsonl', `1-${'a'.repeat(8)}.jsonl`, `x1-00000000-000000000000.jsonl`])(
  '%j is none of ours, and no process’s',
  (name) => {
    expect(isRunName(name)).toBe(false);
    expect(findProcess(name)).toBeNull();
  },
);

it('with the number of no process signals none', () => {
  expect(findProcess(nameRun().replace(/^\d+/, '0'))).toBeNull();
});
