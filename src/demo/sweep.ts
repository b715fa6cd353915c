import { findDescendants, listProcesses, type Process, sendSignal } from './processes.ts';

/** Milliseconds that processes have to end when they were asked to. */
const GRACE = 400;
/** Milliseconds between looks whether something is left. */
const LOOK = 20;
/** Looks before it is given up: something starts processes faster than they can be ended, or can't be ended. */
const MOST_LOOKS = 100;

/** Whose processes end: all with this mark, and what is below a shell or has its terminal while that is there. */
export interface Swept {
  isMarked(mark: string): boolean;
  shell?: number;
}

/**
 * Ends processes: they are asked first (a hang-up), then killed, and looked for again until none is left, since
 * one may start another meanwhile. Nothing else is ever signalled: before each signal it is looked whether the
 * number still belongs to the same process. Resolves with how many could not be ended.
 */
export async function sweep({ isMarked, shell }: Swept): Promise<number> {
  const known = new Map<string, Process>();
  const look = async (): Promise<Process[]> => {
    const running = await listProcesses();
    const own = running.filter(({ mark }) => mark !== '' && isMarked(mark));
    for (const one of [...own, ...besideShell(running, shell)]) known.set(keyOf(one), one);
    return running.filter((one) => known.has(keyOf(one)) && one.pid !== process.pid);
  };
  for (const { pid } of await look()) sendSignal(pid, 'SIGHUP');
  const until = performance.now() + GRACE;
  let left = await look();
  while (left.length > 0 && performance.now() < until) {
    await delay(LOOK);
    left = await look();
  }
  for (let looks = 0; left.length > 0 && looks < MOST_LOOKS; looks++) {
    for (const { pid } of left) sendSignal(pid, 'SIGKILL');
    await delay(LOOK);
    left = await look();
  }
  return left.length;
}

function besideShell(running: readonly Process[], shell: number | undefined): Process[] {
  const own = running.find(({ pid }) => pid === shell);
  if (!own) return [];
  const beside = own.terminal === 0 ? [] : running.filter(({ terminal }) => terminal === own.terminal);
  return [own, ...findDescendants(running, own.pid), ...beside];
}

function keyOf({ pid, started }: Process): string {
  return `${pid} ${started}`;
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
