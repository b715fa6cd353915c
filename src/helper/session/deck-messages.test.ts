import { beforeEach, expect, it } from 'vitest';
import { handle } from '../../protocol/handlers.ts';
import type { DeckMessage } from '../../protocol/messages.ts';
import { type MessageParts, makeHandlers } from './deck-messages.ts';
import type { Deck } from './decks.ts';

let called: string[];
beforeEach(() => {
  called = [];
});

/** A part of the session that notes what is asked of it, but not by which deck. */
function listen<Part extends object>(name: string): Part {
  const note =
    (method: string) =>
    (...given: unknown[]) => {
      const said = given.filter((one) => !isDeck(one));
      called.push([`${name}.${method}`, ...said.map((one) => JSON.stringify(one))].join(' '));
    };
  return new Proxy({}, { get: (_, method) => note(String(method)) }) as Part;
}

function isDeck(one: unknown): boolean {
  return typeof one === 'object' && one !== null && 'leads' in one;
}

function hear(message: DeckMessage, leads: boolean): string[] {
  const parts: MessageParts = {
    terminals: listen('terminals'),
    layers: listen('layers'),
    orders: listen('orders'),
    refuseWatcher: () => called.push('refused'),
  };
  handle(makeHandlers(parts), message, { leads } as Deck);
  return called;
}

it.each<[DeckMessage, string]>([
  [{ type: 'ack', terminal: 1, bytes: 9 }, 'terminals.acknowledge 1 9'],
  [{ type: 'watch', on: true }, 'layers.set true'],
  [
    { type: 'describe', kind: 'image', name: 'nginx' },
    'layers.describe {"type":"describe","kind":"image","name":"nginx"}',
  ],
])('every deck may say %j', (message, expected) => {
  expect(hear(message, false)).toEqual([expected]);
});

it.each<[DeckMessage, string]>([
  [{ type: 'approve', digest: 'd' }, 'orders.approve "d"'],
  [{ type: 'run', step: 'a', values: { '<id>': '1' } }, 'orders.run "a" {"<id>":"1"}'],
  [{ type: 'stop', terminal: 2 }, 'orders.stop 2'],
  [{ type: 'input', terminal: 2, data: 'ls' }, 'orders.input 2 "ls"'],
  [{ type: 'answer', terminal: 2, data: '\x1b[0n' }, 'orders.answer 2 "\\u001b[0n"'],
  [{ type: 'resize', terminal: 2, columns: 80, rows: 24 }, 'orders.resize 2 80 24'],
  [{ type: 'undo-list' }, 'orders.listUndo'],
  [{ type: 'reset', list: 'l' }, 'orders.reset "l"'],
])('only the deck that leads may say %j', (message, expected) => {
  expect(hear(message, true)).toEqual([expected]);
  called = [];
  expect(hear(message, false)).toEqual(['refused']);
});

it.each<DeckMessage>([
  { type: 'knock', window: 'w', challenge: 'c' },
  { type: 'hello', proof: 'p', lesson: 'l', capability: 'c', seen: 0 },
])('%j means nothing once a deck has joined', (message) => {
  expect([...hear(message, true), ...hear(message, false)]).toEqual([]);
});
