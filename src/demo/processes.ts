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
      const parent = Number((await readStat(name))[1]);
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

/** Whether the shell `pid` itself has its terminal, and none of its commands. */
export async function isInFront(pid: number): Promise<boolean> {
  return (await readForegroundGroup(pid)) === pid;
}

/** The program that a process runs: the words that it was started with, and what tells one start from another. */
export interface ProgramOf {
  words: string;
  started: string;
}

/** Both empty when the process is gone. */
export async function readProgram(pid: number): Promise<ProgramOf> {
  if (process.platform === 'linux') {
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''))
      .split('\0')
      .join(' ')
      .trim();
    // Where its arguments stand in memory is another place each time that a process begins a program.
    const place = (await readStat(pid))[45] ?? '';
    return { words, started: `${words} ${place}` };
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'args=', '-p', String(pid)], { timeout: 5_000 });
  return { words: stdout.trim(), started: stdout.trim() };
}

/**
 * The fields of `/proc/PID/stat` that follow the command's name, which stands in parentheses and may hold
 * anything: the state first, the parent second (proc_pid_stat(5) counts them from 3).
 */
async function readStat(pid: number | string): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

async function readForegroundGroup(pid: number): Promise<number> {
  if (process.platform !== 'linux') {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'tpgid=', '-p', String(pid)], {
      timeout: 5_000,
    });
    return Number(stdout.trim());
  }
  return Number((await readStat(pid))[5]);
}
