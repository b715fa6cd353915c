import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Room } from './room.ts';

const BYTES = 50 * 1024 * 1024;
const flood = `yes | head -c ${BYTES}`;

let room: Room;
let step: string;
beforeEach(async () => {
  room = new Room();
  await room.open([flood]);
  step = await room.step(flood);
});
afterEach(() => room.close());

/** A pseudo-terminal writes each line end as two bytes. */
const printed = BYTES + BYTES / 2;

describe('a flood of 50 MB', () => {
  it('comes whole to a deck that draws, and memory does not grow with it', async () => {
    const deck = await room.lead();
    const before = process.memoryUsage().rss;
    let most = 0;
    const looks = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss - before);
    }, 20);
    deck.run(step);
    await deck.until(step, 'done');
    await expect.poll(() => deck.received.get(1) ?? 0).toBeGreaterThanOrEqual(printed);
    clearInterval(looks);
    expect(deck.received.get(1)! - printed).toBeLessThan(1000);
    expect(most).toBeLessThan(60 * 1024 * 1024);
  });

  it('waits for a deck that does not draw, but not for ever', async () => {
    const deck = await room.lead({ draws: false });
    deck.run(step);
    await deck.until(step, 'running');
    await expect.poll(() => deck.received.get(1) ?? 0).toBeGreaterThanOrEqual(512 * 1024);
    const look = async () => {
      const other = await room.come({ capability: 'other' });
      other.close();
      return other.welcome.steps[0]!;
    };
    expect(await look()).toMatchObject({ step, state: 'running' });
    await expect.poll(look, { timeout: 30_000, interval: 500 }).toMatchObject({ state: 'done' });
    expect((await look()).milliseconds).toBeGreaterThan(4000);
    expect(deck.received.get(1)).toBeLessThan(600 * 1024);
    expect(await deck.closed).toBe(1008);
  });
});
