import type { EngineContainer, EngineNetwork, EngineVolume, MadeKind } from '../../engine/engine.ts';
import type { Entry } from './journal-entry.ts';
import type { Owned } from './owned.ts';

/** A call of which nobody heard what came of it. */
export interface Unfinished {
  kinds: readonly MadeKind[];
  /** Milliseconds since 1970. */
  at: number;
}

/** A thing that may be the demo's. */
export interface Appeared {
  kind: 'containers' | 'networks' | 'volumes';
  /** An id, or the name of a volume. */
  reference: string;
  name: string;
}

/** Milliseconds after a call in which what it makes appears, also on an engine that has much to do. */
const LONGEST = 60_000;
/** Milliseconds: engines tell when something was made in whole seconds. */
const ROUNDED = 1_000;

/** The calls whose makers ended, or ceased to listen, before they were answered. */
export function listUnfinished(entries: readonly Entry[]): Unfinished[] {
  const answered = new Set(entries.flatMap(({ fact }) => (fact.what === 'answered' ? [fact.call] : [])));
  return entries.flatMap(({ fact, at }) =>
    fact.what === 'asked' && !answered.has(fact.call) ? [{ kinds: fact.kinds, at: Date.parse(at) }] : [],
  );
}

/** What appeared on the engine when such a call was made, and that nobody is known to have made: it may be the demo's. */
export function findAppeared(
  calls: readonly Unfinished[],
  there: {
    containers: readonly EngineContainer[];
    networks: readonly EngineNetwork[];
    volumes: readonly EngineVolume[];
  },
  owned: Owned,
): Appeared[] {
  const mayBeOurs = (kind: MadeKind, created: string) =>
    calls.some(({ kinds, at }) => {
      const later = Date.parse(created) - at;
      return kinds.includes(kind) && later >= -ROUNDED && later <= LONGEST;
    });
  const containers = there.containers.filter(
    ({ id, created }) => !owned.containers.has(id) && mayBeOurs('container', created),
  );
  const networks = there.networks.filter(
    ({ id, created }) => !owned.networks.has(id) && mayBeOurs('network', created),
  );
  const volumes = there.volumes.filter(
    ({ name, created }) => !owned.volumes.has(name) && mayBeOurs('volume', created),
  );
  return [
    ...containers.map(({ id, name }) => ({ kind: 'containers' as const, reference: id, name })),
    ...networks.map(({ id, name }) => ({ kind: 'networks' as const, reference: id, name })),
    ...volumes.map(({ name }) => ({ kind: 'volumes' as const, reference: name, name })),
  ];
}
