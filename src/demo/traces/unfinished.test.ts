import { expect, it } from 'vitest';
import { makeFakeEngine } from '../../engine/engine.fixture.ts';
import type { Fact, MadeKind } from '../../engine/engine.ts';
import type { Entry, Note } from './journal-entry.ts';
import { collectOwned } from './owned.ts';
import { findAppeared, listUnfinished, type Unfinished } from './unfinished.ts';

const AT = Date.parse('2026-01-01T10:00:00.900Z');
const after = (milliseconds: number) => new Date(AT + milliseconds).toISOString();
const call = (...kinds: MadeKind[]): Unfinished => ({ kinds, at: AT });

/** An engine with a container, a network and a volume of one age. */
function makeThings(created: string) {
  const engine = makeFakeEngine();
  engine.containersHeld = ['web'];
  engine.uses['web'] = { created };
  engine.networksHeld = ['net'];
  engine.networksCreated['net'] = created;
  engine.volumesHeld = ['data'];
  engine.volumesCreated['data'] = created;
  return engine;
}

async function plan(calls: Unfinished[], created = after(0), facts: Fact[] = []) {
  const engine = makeThings(created);
  const [containers, networks, volumes] = await Promise.all([
    engine.containers(),
    engine.networks(),
    engine.volumes(),
  ]);
  return findAppeared(calls, { containers, networks, volumes }, collectOwned(facts));
}

const names = async (...given: Parameters<typeof plan>) =>
  (await plan(...given)).map(({ kind, reference }) => `${kind} ${reference}`);
const ALL = ['containers id-web', 'networks id-net', 'volumes data'];

it('what appeared as a call was cut off is in doubt, by its kind', async () => {
  expect(await names([call('container', 'network', 'volume')])).toEqual(ALL);
  expect(await names([call('container')])).toEqual(['containers id-web']);
  expect(await names([call('network')])).toEqual(['networks id-net']);
  expect(await names([call('volume')])).toEqual(['volumes data']);
  expect(await names([])).toEqual([]);
  expect(await plan([call('container')])).toEqual([{ kind: 'containers', reference: 'id-web', name: 'web' }]);
});

it.each([
  ['from the second in which it was asked for', after(-900), 3],
  ['and not before', after(-1_001), 0],
  ['until a minute later', after(60_000), 3],
  ['and not after', after(60_001), 0],
  ['in whatever zone the engine writes', '2026-01-01T11:00:01+01:00', 3],
  ['nor what has no time', '', 0],
  ['nor what has none that can be read', 'then', 0],
])('it counts %s', async (_, created, count) => {
  expect(await names([call('container', 'network', 'volume')], created)).toHaveLength(count);
});

it('what is known as the demo’s is not in doubt', async () => {
  const facts: Fact[] = [
    { what: 'made', thing: { kind: 'container', id: 'id-web' } },
    { what: 'made', thing: { kind: 'network', id: 'id-net' } },
    { what: 'made', thing: { kind: 'volume', name: 'data', created: '' } },
  ];
  expect(await names([call('container', 'network', 'volume')], after(0), facts)).toEqual([]);
});

it('a call that was answered is finished', () => {
  const entry = (fact: Note): Entry => ({
    ...{ engine: 'e', number: 1, at: after(0), fact, run: { process: null } },
  });
  const asked = (name: string) => entry({ what: 'asked', call: name, kinds: ['network'] });
  const answered = (name: string) => entry({ what: 'answered', call: name });
  expect(listUnfinished([asked('a'), asked('b'), answered('a')])).toEqual([{ kinds: ['network'], at: AT }]);
  expect(listUnfinished([asked('a'), answered('a'), entry({ what: 'over' })])).toEqual([]);
});
