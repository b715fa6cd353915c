import { expect, it } from 'vitest';
import { type Handlers, handle } from './handlers.ts';

type Message = { type: 'add'; one: number } | { type: 'tell' };

const handlers: Handlers<Message, [number]> = {
  add: ({ one }, two) => one + two,
  tell: (_, two) => `${two}`,
};

it.each<[Message, unknown]>([
  [{ type: 'add', one: 1 }, 3],
  [{ type: 'tell' }, '2'],
])('%j goes to its own handler, with what that needs', (message, given) => {
  expect(handle(handlers, message, 2)).toBe(given);
});

it.each(['unknown', 'toString', '__proto__'])(
  '%s, which is none of the protocol’s, means nothing',
  (type) => {
    expect(handle(handlers, { type } as unknown as Message, 2)).toBeUndefined();
  },
);

it('does not compile without a handler for each message', () => {
  // @ts-expect-error `tell` is not handled
  const some: Handlers<Message, [number]> = { add: () => {} };
  expect(Object.keys(some)).toEqual(['add']);
});
