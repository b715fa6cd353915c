import { beforeEach, describe, expect, it } from 'vitest';
import { GRACE, Seats } from './seats.ts';

let now: number;
let seats: Seats;
beforeEach(() => {
  now = 0;
  seats = new Seats(() => now);
});

describe('the seat of a lesson', () => {
  it('is taken by the first deck; another one only watches', () => {
    expect(seats.join('first')).toBe(true);
    expect(seats.join('second')).toBe(false);
  });

  it('is kept while its deck reloads', () => {
    seats.join('first');
    seats.leave('first');
    now += GRACE - 1;
    expect(seats.join('second')).toBe(false);
    expect(seats.join('first')).toBe(true);
  });

  it('is kept by a deck whose new connection comes before the old one is known to be lost', () => {
    seats.join('first');
    seats.join('first');
    seats.leave('first');
    now += GRACE * 2;
    expect(seats.join('second')).toBe(false);
  });

  it('goes to the next deck when its own stays away, and is lost then', () => {
    seats.join('first');
    seats.leave('first');
    now += GRACE;
    expect(seats.join('second')).toBe(true);
    expect(seats.join('first')).toBe(false);
  });

  it('is not given up by a deck that only watched', () => {
    seats.join('first');
    seats.join('second');
    seats.leave('second');
    now += GRACE * 2;
    expect(seats.join('second')).toBe(false);
  });
});
