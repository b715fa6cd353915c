import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Strangers } from './strangers.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function connect(strangers: Strangers) {
  const socket = Object.assign(new EventEmitter(), { destroy: vi.fn() });
  strangers.admit(socket as unknown as Socket);
  return socket as typeof socket & Socket;
}

it('of those who have shown nothing, the oldest goes when there are too many', () => {
  const strangers = new Strangers(2, 1000);
  const sockets = [1, 2, 3].map(() => connect(strangers));
  expect(sockets.map(({ destroy }) => destroy.mock.calls.length)).toEqual([1, 0, 0]);
});

it('nobody is pushed out by strangers who has shown that they may come in, or has more time than others', () => {
  const strangers = new Strangers(2, 1000);
  const teacher = connect(strangers);
  strangers.know(teacher);
  const others = Array.from({ length: 10 }, () => connect(strangers));
  vi.advanceTimersByTime(1001);
  expect(teacher.destroy).not.toHaveBeenCalled();
  for (const { destroy } of others) expect(destroy).toHaveBeenCalled();
});

it('who has gone takes no place', () => {
  const strangers = new Strangers(2, 1000);
  const first = connect(strangers);
  connect(strangers).emit('close');
  connect(strangers);
  expect(first.destroy).not.toHaveBeenCalled();
});
