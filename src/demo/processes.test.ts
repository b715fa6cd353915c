import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { findDescendants, findOfShell, listProcesses, sendSignal } from './processes.ts';

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

describe('what belongs to a shell', () => {
  const processOf = (pid: number, parent: number, leader: number) => ({
    ...{ pid, parent, leader },
    ...{ started: `${pid}`, mark: '' },
  });
  const running = [
    processOf(1, 0, 1),
    processOf(10, 5, 10),
    processOf(11, 10, 10),
    processOf(12, 11, 12),
    processOf(13, 1, 10),
    // A container's first process, at a terminal that may have the same number.
    processOf(20, 15, 20),
    processOf(30, 1, 0),
  ];
  const pidsOf = (shell: number) => [...new Set(findOfShell(running, shell).map(({ pid }) => pid))];

  it('is itself, what is below it, and what has its terminal and no parent any more', () => {
    expect(pidsOf(10)).toEqual([10, 11, 12, 13]);
  });

  it('is nothing when it is gone', () => {
    expect(pidsOf(0)).toEqual([]);
    expect(pidsOf(99)).toEqual([]);
  });
});
