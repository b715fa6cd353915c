import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, expect, it } from 'vitest';
import { findDescendants, listProcesses, sendSignal } from './processes.ts';

let child: ChildProcess;
const listDescendants = async (pid: number) =>
  findDescendants(await listProcesses(), pid).map((one) => one.pid);
afterEach(() => {
  process.kill(-child.pid!, 'SIGKILL');
});

it('finds children and grandchildren, the nearest first, and nobody else', async () => {
  const script = 'bash -c "sleep 1000 & sleep 1001 & wait"; true';
  child = spawn('bash', ['-c', script], { detached: true, stdio: 'ignore' });
  await expect.poll(() => listDescendants(child.pid!)).toHaveLength(3);
  const [inner, ...sleepers] = await listDescendants(child.pid!);
  expect((await listDescendants(inner!)).sort()).toEqual([...sleepers].sort());
  expect(await listDescendants(sleepers[0]!)).toEqual([]);
});

it('tells whether there was somebody to signal', async () => {
  child = spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  expect(sendSignal(child.pid!, 0)).toBe(true);
  expect(sendSignal(child.pid!, 'SIGTERM')).toBe(true);
  expect(await ended).toBe('SIGTERM');
  expect(sendSignal(child.pid!, 0)).toBe(false);
  child = spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' });
});
