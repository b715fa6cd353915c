import { expect, it } from 'vitest';
import type { Fact, Thing } from '../../engine/engine.ts';
import { doubtRunning } from './elsewhere.ts';
import type { Entry, Note } from './journal-entry.ts';
import type { Kind, PlannedThing } from './reset-plan.ts';

const SELF = 1;
const entry = (process: number | null, fact: Fact | Note): Entry => ({
  ...{ engine: 'e', number: 1, at: '2026', fact, run: { process } },
});
const made = (process: number | null, thing: Thing) => entry(process, { what: 'made', thing });
const planned = (kind: Kind, reference: string): PlannedThing => ({
  ...{ kind, reference, name: 'n', doubt: { why: 'changed' } },
});
const container: Thing = { kind: 'container', id: 'c' };
const running = { why: 'running', process: 7 };
const changed = { why: 'changed' };

it.each<[string, Entry[], unknown]>([
  ['nobody', [], changed],
  ['a demo of another process that still runs', [made(7, container)], running],
  ['this process', [made(SELF, container)], changed],
  ['a demo that is over', [made(null, container)], changed],
  ['two, the last of them over', [made(7, container), made(null, container)], changed],
  ['two, the last of them running', [made(null, container), made(7, container)], running],
  ['another thing’s maker', [made(7, { kind: 'network', id: 'c' })], changed],
  ['one who only asked', [entry(7, { what: 'asked', call: 'c', kinds: ['container'] })], changed],
])('a thing made by %s', (_, entries, doubt) => {
  expect(doubtRunning([planned('containers', 'c')], entries, SELF)).toMatchObject([{ name: 'n', doubt }]);
});

it.each<[Thing, PlannedThing]>([
  [{ kind: 'network', id: 'x' }, planned('networks', 'x')],
  [{ kind: 'volume', name: 'x', created: '' }, planned('volumes', 'x')],
  [{ kind: 'image', reference: 'x', id: 'y', sure: true }, planned('images', 'x')],
  [{ kind: 'image', reference: 'y', id: 'x', sure: true }, planned('images', 'x')],
])('%j counts as well', (thing, one) => {
  expect(doubtRunning([one], [made(7, thing)], SELF)).toMatchObject([{ doubt: running }]);
  expect(doubtRunning([one], [made(process.pid, thing)])).toEqual([one]);
});
