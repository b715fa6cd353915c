import type { Thing } from '../../engine/engine.ts';
import type { Entry } from './journal-entry.ts';
import type { Kind, PlannedThing } from './reset-plan.ts';

/** Doubts whatever was made last by a demo of another process that still runs: a class may have it on screen. */
export function doubtRunning(
  things: readonly PlannedThing[],
  entries: readonly Entry[],
  self = process.pid,
): PlannedThing[] {
  const makers = mapMakers(entries);
  return things.map((thing) => {
    const maker = makers.get(`${thing.kind} ${thing.reference}`) ?? null;
    return maker === null || maker === self ? thing : { ...thing, doubt: { why: 'running', process: maker } };
  });
}

/** The process that made each thing last; `null` once its demo is over. */
function mapMakers(entries: readonly Entry[]): Map<string, number | null> {
  const makers = new Map<string, number | null>();
  for (const { fact, run } of entries) {
    if (fact.what !== 'made') continue;
    for (const key of listKeys(fact.thing)) makers.set(key, run.process);
  }
  return makers;
}

/** An image is removed by its id once it has no name. */
function listKeys(thing: Thing): string[] {
  switch (thing.kind) {
    case 'volume':
      return [keyOf('volumes', thing.name)];
    case 'image':
      return [keyOf('images', thing.reference), keyOf('images', thing.id)];
    default:
      return [keyOf(`${thing.kind}s`, thing.id)];
  }
}

function keyOf(kind: Kind, reference: string): string {
  return `${kind} ${reference}`;
}
