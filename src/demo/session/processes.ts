import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A process that runs, as far as this user may know of it. */
export interface Process {
  pid: number;
  parent: number;
  /**
   * The process that leads all which have its terminal (credentials(7) calls them a session); `0` where that is
   * not known. Terminals' own numbers begin anew in each container.
   */
  leader: number;
  /** Tells it from another process that gets its number later. */
  started: string;
  /** The value of {@link SESSION_MARK} that it was started with; empty where there is none, or it is not ours to know. */
  mark: string;
}

/** The variable that names the session which a process belongs to, whatever it leaves: group, terminal, parent. */
export const SESSION_MARK = 'CAPAS_SESSION';

/** Of a list of processes, those below `pid`, the nearest first. */
export function findDescendants(processes: readonly Process[], pid: number): Process[] {
  const found: Process[] = [];
  let generation = processes.filter((one) => one.pid === pid);
  while (generation.length > 0) {
    const parents = new Set(generation.map((one) => one.pid));
    generation = processes.filter((one) => parents.has(one.parent) && one.pid !== pid);
    found.push(...generation);
  }
  return found;
}

/** Of a list of processes, a shell that leads a terminal, what is below it, and what still has its terminal. */
export function findOfShell(processes: readonly Process[], shell: number): Process[] {
  const own = processes.find(({ pid }) => pid === shell);
  if (!own) return [];
  return [own, ...findDescendants(processes, shell), ...processes.filter(({ leader }) => leader === shell)];
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
export async function listProcesses(): Promise<Process[]> {
  return process.platform === 'linux' ? readProc() : askPs();
}

async function readProc(): Promise<Process[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(names.map(readProcess));
  return found.filter((one) => one !== null);
}

async function readProcess(name: string): Promise<Process | null> {
  const stat = await readStat(name);
  if (stat.length < 20 || stat[0] === 'Z') return null;
  return {
    pid: Number(name),
    parent: Number(stat[1]),
    leader: Number(stat[3]),
    started: stat[19]!,
    mark: await readMark(name),
  };
}

/**
 * What runs in a container (another namespace of processes), or holds one for its engine, is the engine's, also
 * when our session's environment came to it.
 */
async function readMark(name: string): Promise<string> {
  const environment = await readFile(`/proc/${name}/environ`, 'latin1').catch(() => '');
  const mark = markIn(environment.split('\0'));
  if (mark === '' || (await namespaceOf(name)) !== (await namespaceOf('self'))) return '';
  const command = await readFile(`/proc/${name}/comm`, 'utf8').catch(() => '');
  return /^(?:conmon|containerd-shim|docker-proxy)/.test(command) ? '' : mark;
}

function namespaceOf(name: string): Promise<string> {
  return readlink(`/proc/${name}/ns/pid`).catch(() => '');
}

function markIn(environment: readonly string[]): string {
  const found = environment.find((one) => one.startsWith(`${SESSION_MARK}=`));
  return found?.slice(SESSION_MARK.length + 1) ?? '';
}

async function askPs(): Promise<Process[]> {
  const columns = ['-A', '-E', '-ww', '-o', 'pid=,ppid=,lstart=,command='];
  const { stdout } = await promisify(execFile)('ps', columns, {
    timeout: 5_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, parent, ...rest]) => ({
      pid: Number(pid),
      parent: Number(parent),
      leader: 0,
      started: rest.slice(0, 5).join(' '),
      mark: markIn(rest.slice(5)),
    }));
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
export function fieldsOfStat(text: string): string[] {
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

async function readStat(pid: number | string): Promise<string[]> {
  return fieldsOfStat(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
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
