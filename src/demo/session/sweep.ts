import { findOfShell, listProcesses, type Process, sendSignal } from './processes.ts';

/** Milliseconds that processes have to end when they were asked to. */
const GRACE = 400;
/** Milliseconds between looks whether something is left. */
const LOOK = 20;
/** Looks that find nothing before it is believed: what moves from process to process may hide from one. */
const EMPTY_LOOKS = 3;
/** Looks before it is given up: something starts processes faster than they can be ended, or can't be ended. */
const MOST_LOOKS = 200;

/** Whose processes end: all with this mark, and what a shell started and holds while that is there. */
export interface Swept {
  isMarked(mark: string): boolean;
  shell?: number;
}

/**
 * Ends processes: they are asked first (a hang-up), then stopped until no others appear, and killed; what a stop
 * did not reach is looked for again. Nothing else is ever signalled: before each signal it is looked whether the
 * number still belongs to the same process. Resolves with how many could not be ended.
 */
export async function sweep({ isMarked, shell }: Swept): Promise<number> {
  const known = new Map<string, Process>();
  const look = async (): Promise<Process[]> => {
    const running = await listProcesses();
    const own = running.filter(({ mark }) => mark !== '' && isMarked(mark));
    for (const one of [...own, ...(shell === undefined ? [] : findOfShell(running, shell))])
      known.set(keyOf(one), one);
    return running.filter((one) => known.has(keyOf(one)) && one.pid !== process.pid);
  };
  for (const { pid } of await look()) sendSignal(pid, 'SIGHUP');
  await waitUntilGone(look);
  const stopped = new Set<string>();
  let left: Process[] = [];
  for (let looks = 0, empty = 0; empty < EMPTY_LOOKS && looks < MOST_LOOKS; looks++) {
    left = await look();
    const fresh = left.filter((one) => !stopped.has(keyOf(one)));
    // What is stopped starts nothing more: when all are, none escapes.
    for (const one of fresh) if (sendSignal(one.pid, 'SIGSTOP')) stopped.add(keyOf(one));
    if (fresh.length === 0) for (const { pid } of left) sendSignal(pid, 'SIGKILL');
    empty = left.length === 0 ? empty + 1 : 0;
  }
  return left.length;
}

async function waitUntilGone(look: () => Promise<Process[]>): Promise<void> {
  const until = performance.now() + GRACE;
  while ((await look()).length > 0 && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, LOOK));
}

function keyOf({ pid, started }: Process): string {
  return `${pid} ${started}`;
}
