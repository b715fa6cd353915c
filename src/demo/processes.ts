import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

interface Process {
  pid: number;
  parent: number;
}

/** All processes below `pid`, the nearest first. */
export async function listDescendants(pid: number): Promise<number[]> {
  const processes = await listProcesses();
  const found: number[] = [];
  let generation = [pid];
  while (generation.length > 0) {
    const parents = new Set(generation);
    generation = processes.filter((one) => parents.has(one.parent) && one.pid !== pid).map((one) => one.pid);
    found.push(...generation);
  }
  return found;
}

/** Sends a signal; a process that is gone is no error. Returns whether it was there. */
export function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Reads /proc where there is one: a small Debian has no `ps`. */
async function listProcesses(): Promise<Process[]> {
  return process.platform === 'linux' ? readProc() : askPs();
}

async function readProc(): Promise<Process[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
      // The command's name stands in parentheses and may hold anything; the parent is the second field after it.
      const parent = Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
      return { pid: Number(name), parent };
    }),
  );
  return found.filter((one) => Number.isInteger(one.parent));
}

async function askPs(): Promise<Process[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid='], { timeout: 5_000 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0]) => ({ pid, parent }));
}

/** Signals what has the terminal of the shell `pid` (its foreground process group), unless that is the shell. */
export async function killForeground(pid: number, signal: NodeJS.Signals): Promise<void> {
  const group = await readForegroundGroup(pid);
  if (group > 1 && group !== pid) sendSignal(-group, signal);
}

async function readForegroundGroup(pid: number): Promise<number> {
  if (process.platform !== 'linux') {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'tpgid=', '-p', String(pid)], {
      timeout: 5_000,
    });
    return Number(stdout.trim());
  }
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[5]);
}
