import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Room } from './room.ts';

let room: Room;
beforeEach(() => {
  room = new Room();
});
afterEach(() => room.close());

describe('a reset', () => {
  it('ends what runs and gives a new shell, in which the steps run again', async () => {
    await room.open(['x=old', 'echo "x is [$x]"', 'sleep 1000']);
    const deck = await room.lead();
    const [set, show, sleep] = [
      await room.step('x=old'),
      await room.step('echo "x is [$x]"'),
      await room.step('sleep 1000'),
    ];
    deck.run(set);
    await deck.until(set, 'done');
    deck.run(sleep);
    await deck.until(sleep, 'running');
    deck.send({ type: 'reset' });
    await deck.until(sleep, 'stopped');
    expect((await deck.next('reset')).removed).toEqual([]);
    deck.run(show);
    await deck.until(show, 'done');
    await expect.poll(() => deck.text).toContain('x is []');
    const late = await room.come({ capability: 'late' });
    await expect.poll(() => late.text).toContain('x is []');
    expect(late.text).not.toContain('x=old');
    expect(late.welcome.steps.map(({ step }) => step)).toEqual([show]);
  });
});

describe('a deck that comes back', () => {
  it('gets what it lacks, once, and may type still', async () => {
    await room.open(['echo first', 'echo second']);
    const deck = await room.lead();
    const [first, second] = [await room.step('echo first'), await room.step('echo second')];
    deck.run(first);
    await deck.until(first, 'done');
    await expect.poll(() => deck.text).toMatch(/\nfirst\r?\n/);
    const seen = deck.position(1);
    deck.close();
    const back = await room.come({ seen });
    expect(back.welcome).toMatchObject({ writable: true, approval: null });
    expect(back.welcome.steps).toMatchObject([{ step: first, state: 'done' }]);
    expect(back.welcome.terminals[0]!.from).toBe(seen);
    back.run(second);
    await back.until(second, 'done');
    await expect.poll(() => back.text).toMatch(/\nsecond\r?\n/);
    expect(back.text).not.toContain('first');
    const late = await room.come({ capability: 'late' });
    expect(late.welcome.terminals[0]!.from).toBe(0);
    await expect.poll(() => late.text).toContain('second');
    expect(late.text).toContain('first');
  });

  it('with a count of another session, that says more than there was, gets all', async () => {
    await room.open(['echo first']);
    const deck = await room.lead();
    const first = await room.step('echo first');
    deck.run(first);
    await deck.until(first, 'done');
    deck.close();
    const back = await room.come({ seen: 10_000_000 });
    expect(back.welcome.terminals[0]!.from).toBe(0);
    await expect.poll(() => back.text).toContain('first');
  });
});

describe('two decks', () => {
  it('see the same; one leads', async () => {
    await room.open(['echo both']);
    const deck = await room.lead();
    const other = await room.come({ capability: 'other' });
    expect([deck.welcome.writable, other.welcome.writable]).toEqual([true, false]);
    const step = await room.step('echo both');
    deck.run(step);
    const [one, two] = [await deck.until(step, 'done'), await other.until(step, 'done')];
    expect(one).toEqual(two);
    await expect.poll(() => other.text).toContain('both');
    await expect.poll(() => other.received.get(1)).toBe(deck.received.get(1));
  });
});

describe('a second terminal', () => {
  it('has a shell of its own', async () => {
    await room.open(['x=one', ['echo "x is [$x]"', 'terminal="2"']]);
    const deck = await room.lead();
    const [set, show] = [await room.step('x=one'), await room.step('echo "x is [$x]"')];
    deck.run(set);
    await deck.until(set, 'done');
    deck.run(show);
    await deck.until(show, 'done');
    await expect.poll(() => deck.text).toContain('x is []');
    expect([...deck.received.keys()].sort()).toEqual([1, 2]);
  });

  it('takes what follows a step that never ends', async () => {
    await room.open(['tail -f /dev/null', 'echo beside']);
    const deck = await room.lead();
    const [endless, beside] = [await room.step('tail -f /dev/null'), await room.step('echo beside')];
    deck.run(endless);
    await deck.until(endless, 'running');
    deck.run(beside);
    expect((await deck.until(beside, 'done')).note).toContain('tail -f /dev/null');
    expect(deck.received.has(2)).toBe(true);
    deck.send({ type: 'stop', terminal: 1 });
    await deck.until(endless, 'stopped');
  });
});
