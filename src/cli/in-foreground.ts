import { execFileSync } from 'node:child_process';

/** Whether what is typed into the terminal is for this process: in the background, reading it would stop us. */
export function isInForeground(): boolean {
  if (!process.stdin.isTTY) return false;
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(process.pid)], { encoding: 'utf8' });
    return state.includes('+');
  } catch {
    return true;
  }
}
