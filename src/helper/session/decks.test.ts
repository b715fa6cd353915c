import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Decks } from './decks.ts';
import { GRACE } from './leading-deck.ts';

let decks: Decks;
let told: string[];
let faults: unknown[];
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  faults = [];
  decks = new Decks((fault) => faults.push(fault));
});
afterEach(() => {
  vi.useRealTimers();
});

function come(name: string, mayLead = true) {
  const connection = {
    send: () => told.push(`${name} hears`),
    sendOutput: (terminal: number, bytes: Buffer) => told.push(`${name} ${terminal} ${bytes}`),
    refuse: (reason: string) => told.push(`${name} refused: ${reason}`),
    renew: () => told.push(`${name} renewed`),
  };
  return decks.join(connection, name, mayLead);
}

it('the first one leads, and none where nothing is run', () => {
  expect([come('a', false), come('b'), come('c')].map(({ leads }) => leads)).toEqual([false, true, false]);
});

it('all that are there are told, and no others', () => {
  const gone = come('a');
  come('b');
  come('c');
  decks.leave(gone);
  decks.leave(gone);
  decks.tell({ type: 'layers', view: null });
  expect(told).toEqual(['b hears', 'c hears']);
});

it('each has its own way out', () => {
  const deck = come('a');
  deck.sendOutput(2, Buffer.from('x'));
  deck.lost();
  expect(told).toEqual(['a 2 x', 'a refused: too far behind']);
});

it('the one that has watched for longest follows the one that leads, once that stays away', () => {
  const first = come('a');
  const left = come('b');
  come('c');
  come('d');
  decks.leave(left);
  vi.advanceTimersByTime(GRACE * 2);
  expect(told).toEqual([]);
  decks.leave(first);
  vi.advanceTimersByTime(GRACE - 1);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(told).toEqual(['c renewed']);
});

it('none follows one that is back', () => {
  const first = come('a');
  come('b');
  decks.leave(first);
  expect(come('a').leads).toBe(true);
  vi.advanceTimersByTime(GRACE * 2);
  expect(told).toEqual([]);
});

it('what goes wrong while the lead is offered ends nothing', () => {
  const first = come('a');
  const fail = () => {
    throw new Error('closed');
  };
  decks.join({ send: fail, sendOutput: fail, refuse: fail, renew: fail }, 'b', true);
  decks.leave(first);
  vi.advanceTimersByTime(GRACE * 2);
  expect(faults).toEqual([new Error('closed')]);
});
