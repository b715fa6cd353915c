import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { type OnFault, safely } from '../../system/safely.ts';
import { readUserText } from '../../system/user-file.ts';
import { listProcesses } from './processes.ts';
import { sweep } from './sweep.ts';

const schema = v.object({
  host: v.string(),
  pid: v.number(),
  started: v.string(),
  mark: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
});
type Run = v.InferOutput<typeof schema>;

/** Bytes; what we write is a line. */
const LARGEST = 4096;

/** A run of Capas, whose sessions' processes carry its mark, so that the next one can end what a crash left. */
export interface RunMark {
  mark: string;
  /** The run is over and its sessions are ended. */
  forget(): void;
}

/**
 * Begins a run: ends what runs that crashed have left, and writes down that this one is there (for the user's
 * eyes only, below the state folder). A state that can't be written is no reason not to begin: `onFault` hears.
 */
export async function beginRun(stateFolder: string, onFault: OnFault): Promise<RunMark> {
  const folder = join(stateFolder, 'runs');
  const mark = randomBytes(16).toString('hex');
  const file = join(folder, `${mark}.json`);
  try {
    await sweepCrashed(folder);
    const started = (await listProcesses()).find(({ pid }) => pid === process.pid)?.started ?? '';
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify({ host: hostname(), pid: process.pid, started, mark }), {
      mode: 0o600,
    });
  } catch (fault) {
    onFault(fault);
  }
  return { mark, forget: safely(onFault, () => rmSync(file, { force: true })) };
}

/** Only runs of this machine whose process is gone: a number that another process has now is no proof of life. */
async function sweepCrashed(folder: string): Promise<void> {
  const runs = list(folder).map((name) => ({ file: join(folder, name), run: readRun(join(folder, name)) }));
  const alive = new Set((await listProcesses()).map(({ pid, started }) => `${pid} ${started}`));
  for (const { file, run } of runs) {
    if (run === null || run.host !== hostname() || alive.has(`${run.pid} ${run.started}`)) continue;
    const left = await sweep({ isMarked: (mark) => mark.startsWith(`${run.mark}.`) });
    if (left === 0) rmSync(file, { force: true });
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

function readRun(file: string): Run | null {
  const text = readUserText(file, LARGEST);
  try {
    return v.parse(schema, JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}
