import { beforeEach, describe, expect, it } from 'vitest';
import { HIGH_WATER, LOW_WATER, OutputFeed, PATIENCE } from './output-feed.ts';
import { Scrollback } from './scrollback.ts';

let now: number;
let scrollback: Scrollback;
let sent: Buffer[];
beforeEach(() => {
  now = 0;
  scrollback = new Scrollback();
  sent = [];
});

function makeFeed(from = 0): OutputFeed {
  return new OutputFeed(
    scrollback,
    from,
    (bytes) => sent.push(bytes),
    () => now,
  );
}

const sentBytes = () => sent.reduce((sum, { length }) => sum + length, 0);

/** Bytes whose order can be told. */
function print(length: number): void {
  scrollback.push(Buffer.from(Array.from({ length }, (_, i) => i % 251)));
}

describe('OutputFeed', () => {
  it('sends what was printed since its beginning, in order and in frames', () => {
    print(200_000);
    const feed = makeFeed(1000);
    expect(feed.pump()).toBe(true);
    expect(Buffer.concat(sent)).toEqual(scrollback.read(1000, 200_000));
    expect(Math.max(...sent.map(({ length }) => length))).toBeLessThanOrEqual(64 * 1024);
  });

  it('sends a deck that draws nothing no more than the limit', () => {
    const feed = makeFeed();
    print(HIGH_WATER * 2);
    feed.pump();
    feed.pump();
    expect(sentBytes()).toBe(HIGH_WATER);
    feed.acknowledge(HIGH_WATER);
    feed.pump();
    expect(sentBytes()).toBe(HIGH_WATER * 2);
  });

  it('takes no word for what it never sent', () => {
    const feed = makeFeed();
    print(HIGH_WATER * 2);
    feed.pump();
    feed.acknowledge(HIGH_WATER * 2);
    feed.pump();
    expect(sentBytes()).toBe(HIGH_WATER);
  });

  it('holds the session up while its deck is behind and draws', () => {
    const feed = makeFeed();
    print(HIGH_WATER + 1);
    feed.pump();
    expect(feed.holdsUp(HIGH_WATER)).toBe(true);
    feed.acknowledge(HIGH_WATER - LOW_WATER);
    expect(feed.holdsUp(HIGH_WATER)).toBe(false);
    expect(feed.holdsUp(LOW_WATER)).toBe(true);
  });

  it('does not hold it up for a deck that shows no sign of life', () => {
    const feed = makeFeed();
    print(HIGH_WATER + 1);
    feed.pump();
    now += PATIENCE;
    expect(feed.holdsUp(HIGH_WATER)).toBe(false);
    feed.acknowledge(10);
    expect(feed.holdsUp(LOW_WATER)).toBe(true);
  });

  it('tells when the deck lacks bytes that are gone', () => {
    const feed = makeFeed();
    scrollback.push(Buffer.from('a'));
    scrollback.forget();
    scrollback.push(Buffer.from('b'));
    expect(feed.pump()).toBe(false);
    expect(sent).toEqual([]);
  });
});
