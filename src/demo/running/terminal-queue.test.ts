import { expect, it } from 'vitest';
import type { Session, SessionEvent } from '../session/session.ts';
import { makeStep } from './demo.fixture.ts';
import { Job } from './job.ts';
import { DemoTerminal } from './terminal.ts';
import { TerminalQueue } from './terminal-queue.ts';

function makeQueue(open?: () => Session) {
  const told: string[] = [];
  let say: (event: SessionEvent) => void = () => {};
  let opened = 0;
  const session = {
    listen: (listener: typeof say) => {
      say = listener;
    },
  } as unknown as Session;
  const queue = new TerminalQueue(2, {
    open: (number) => {
      told.push(`open ${number}`);
      opened++;
      return open ? open() : session;
    },
    onOutput: (number, bytes, step) => told.push(`${number} ${Buffer.from(bytes)} ${step}`),
  });
  return { queue, told, say: (event: SessionEvent) => say(event), opened: () => opened };
}

it('opens a shell when it is first needed, and a new one only when that has ended', () => {
  const { queue, told, say } = makeQueue();
  const terminal = queue.open();
  expect(terminal).toBeInstanceOf(DemoTerminal);
  expect(queue.open()).toBe(terminal);
  say({ type: 'output', bytes: new Uint8Array(Buffer.from('x')) });
  say({ type: 'exited', status: 0 });
  expect(queue.terminal).toBeNull();
  expect(queue.open()).not.toBe(terminal);
  expect(told).toEqual(['open 2', '2 x null', 'open 2']);
});

it.each([new Error('no shell'), 'no shell'])('says why there can be no shell', (reason) => {
  const { queue, told } = makeQueue(() => {
    throw reason;
  });
  expect(queue.open()).toEqual(new Error('no shell'));
  expect(told).toEqual(['open 2']);
});

it('does one thing after another, also after one that failed, and says what it does', async () => {
  const { queue } = makeQueue();
  const job = new Job(makeStep('a'), () => {});
  const seen: unknown[] = [];
  expect(queue.busy).toBe(false);
  const first = queue.add(async () => {
    seen.push(queue.current);
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen.push('first');
    throw new Error('no');
  }, job);
  const second = queue.add(async () => seen.push(queue.current, 'second'));
  expect(queue.busy).toBe(true);
  await expect(first).rejects.toThrow('no');
  await second;
  await queue.idle();
  expect(seen).toEqual([job, 'first', null, 'second']);
  expect([queue.busy, queue.current]).toEqual([false, null]);
});

it.each<[SessionEvent, object, object]>([
  [
    { type: 'ended', status: 4 },
    { state: 'done', exit: 4 },
    { state: 'done', exit: null },
  ],
  [
    { type: 'exited', status: 4 },
    { state: 'stopped', exit: null },
    { state: 'stopped', exit: null },
  ],
  [{ type: 'prompt' }, { state: 'open' }, { state: 'open' }],
])('programs that are open end with the shell’s command and with the shell: %j', (event, first, second) => {
  const { queue, say } = makeQueue();
  queue.open();
  queue.stack = ['ssh', 'mysql'].map((command) => new Job(makeStep(command), () => {}));
  const [outer, inner] = queue.stack;
  for (const job of queue.stack) {
    job.start();
    job.open();
  }
  say(event);
  expect([outer?.status, inner?.status]).toMatchObject([first, second]);
  expect(queue.stack).toHaveLength(event.type === 'prompt' ? 2 : 0);
});
