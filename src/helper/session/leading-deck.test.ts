import { beforeEach, describe, expect, it } from 'vitest';
import { GRACE, LeadingDeck } from './leading-deck.ts';

let now: number;
let leading: LeadingDeck;
beforeEach(() => {
  now = 0;
  leading = new LeadingDeck(() => now);
});

describe('the lead of a lesson', () => {
  it('is taken by the first deck; another one only watches', () => {
    expect(leading.join('first')).toBe(true);
    expect(leading.join('second')).toBe(false);
  });

  it('is kept while its deck reloads', () => {
    leading.join('first');
    leading.leave('first');
    now += GRACE - 1;
    expect(leading.join('second')).toBe(false);
    expect(leading.join('first')).toBe(true);
  });

  it('is kept by a deck whose new connection comes before the old one is known to be lost', () => {
    leading.join('first');
    leading.join('first');
    leading.leave('first');
    now += GRACE * 2;
    expect(leading.join('second')).toBe(false);
  });

  it('goes to the next deck when its own stays away, and is lost then', () => {
    leading.join('first');
    leading.leave('first');
    now += GRACE;
    expect(leading.join('second')).toBe(true);
    expect(leading.join('first')).toBe(false);
  });

  it('is not given up by a deck that only watched', () => {
    leading.join('first');
    leading.join('second');
    leading.leave('second');
    now += GRACE * 2;
    expect(leading.join('second')).toBe(false);
  });
});
