/** Programs that the lab starts, and ends by their pids. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds between two looks at a condition. */
const LOOK = 50;
/** Milliseconds that a program may take to end when asked. */
const PATIENCE = 5_000;

/**
 * Starts a program that outlives this one; what it says goes to a file.
 * @param {string} command
 * @param {string[]} args
 * @param {string} log
 * @returns {Promise<number>} its pid
 */
export async function startProgram(command, args, log) {
  const file = openSync(log, 'a');
  const path = `${process.env.PATH}:/usr/sbin:/sbin`;
  const env = { ...process.env, PATH: path };
  const child = spawn(command, args, { detached: true, stdio: ['ignore', file, file], env });
  closeSync(file);
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  child.unref();
  return /** @type {number} */ (child.pid);
}

/**
 * Waits until `check` gives something, looking again and again.
 * @template T
 * @param {() => T | Promise<T>} check
 * @param {{ what: string, timeout: number }} options
 * @returns {Promise<NonNullable<T>>}
 */
export async function waitUntil(check, { what, timeout }) {
  const end = performance.now() + timeout;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (performance.now() > end) throw new Error(`the lab waited ${timeout / 1000} s in vain until ${what}`);
    await delay(LOOK);
  }
}

/**
 * Ends the programs that work in a folder, and what they run: only what names the folder in its command
 * line, or was started by such a program, is ours.
 * @param {string} folder
 */
export async function endProgramsOf(folder) {
  const ours = listProgramsOf(folder);
  const alive = () => ours.filter(isAlive);
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    for (const pid of alive()) sendSignal(pid, signal);
    const gone = waitUntil(() => alive().length === 0, { what: 'its programs ended', timeout: PATIENCE });
    if (await gone.catch(() => false)) return;
  }
  throw new Error(`these processes of the lab do not end: ${alive().join(', ')}`);
}

/** @param {number} pid */
export function isAlive(pid) {
  const state = readProc(pid, 'stat').split(') ').at(-1)?.[0];
  return state !== undefined && state !== '' && state !== 'Z';
}

/** @param {string} folder */
function listProgramsOf(folder) {
  const all = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 1 && pid !== process.pid);
  const found = new Set(all.filter((pid) => readProc(pid, 'cmdline').includes(`${folder}/`)));
  // A set that grows while it is walked: children of children come after their parents.
  for (const parent of found) {
    for (const pid of all) if (readParent(pid) === parent) found.add(pid);
  }
  return [...found].filter(isAlive);
}

/** @param {number} pid */
function readParent(pid) {
  return Number(readProc(pid, 'stat').split(') ').at(-1)?.split(' ')[1]);
}

/** @param {number} pid @param {string} file */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}
