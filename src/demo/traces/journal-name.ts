import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fieldsOfStat, sendSignal } from '../session/processes.ts';

/**
 * A name for what one run writes: its process's number, what tells that process from a later one with the same
 * number, and something that no other run has.
 */
export function nameRun(pid = process.pid): string {
  return `${pid}-${markStart(pid)}-${randomBytes(6).toString('hex')}.jsonl`;
}

/** Whether a file has a name that {@link nameRun} gives. */
export function isRunName(name: string): boolean {
  return NAME.test(name);
}

/** The process whose run has this name; `null` once it is gone, also when another one has its number. */
export function findProcess(name: string): number | null {
  const [, number = '', start = ''] = NAME.exec(name) ?? [];
  const pid = Number(number);
  return pid > 0 && sendSignal(pid, 0) && markStart(pid) === start ? pid : null;
}

const NAME = /^(\d+)-([0-9a-f]{8})-[0-9a-f]{12}\.jsonl$/;

function markStart(pid: number): string {
  return createHash('sha256').update(readStart(pid)).digest('hex').slice(0, 8);
}

/** When a process began, as its system tells it; empty where that can't be known. */
function readStart(pid: number): string {
  try {
    return process.platform === 'linux' ? readProcStart(pid) : askPs(pid);
  } catch {
    return '';
  }
}

function readProcStart(pid: number): string {
  const fields = fieldsOfStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}

function askPs(pid: number): string {
  if (process.platform === 'win32') return '';
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  return execFileSync('ps', ['-o', 'lstart=', '-p', `${pid}`], {
    encoding: 'utf8',
    timeout: 5_000,
    env,
  }).trim();
}
