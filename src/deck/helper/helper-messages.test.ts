import { beforeEach, expect, it } from 'vitest';
import { handle } from '../../protocol/handlers.ts';
import type { HelperMessage, StepStatus } from '../../protocol/messages.ts';
import { type MessageParts, makeHandlers } from './helper-messages.ts';

let called: string[];
beforeEach(() => {
  called = [];
});

/** A part of the deck that notes what is asked of it. */
function listen<Part extends object>(name: string): Part {
  const note = (method: string) => (given: unknown) =>
    void called.push(`${name}.${method} ${JSON.stringify(given) ?? ''}`.trim());
  return new Proxy({}, { get: (_, method) => note(String(method)) }) as Part;
}

function hear(message: HelperMessage): string[] {
  const parts: MessageParts = {
    connection: listen('connection'),
    link: listen('link'),
    demo: listen('demo'),
    layers: listen('layers'),
    page: listen('page'),
    words: { resetDone: (count) => `removed ${count}` },
    say: (text) => called.push(`say ${text}`),
  };
  handle(makeHandlers(parts), message);
  return called;
}

const status = { step: 'a', state: 'running', terminal: 2 } as StepStatus;
const welcome = { type: 'welcome', steps: [], terminals: [] } as unknown as HelperMessage;

it.each<[HelperMessage, string[]]>([
  [{ type: 'moved', to: '/x#k' }, ['connection.move "/x#k"']],
  [{ type: 'approval', approval: null }, ['link.takeApproval null']],
  [{ type: 'step', status }, ['demo.take {"step":"a","state":"running","terminal":2}']],
  [{ type: 'changed', version: 3 }, ['page.take']],
  [{ type: 'rebuilt' }, ['page.reload']],
  [{ type: 'broken', message: 'line 3' }, ['page.tellProblem "line 3"']],
  [{ type: 'layers', view: null }, ['layers.receive null']],
  [{ type: 'reset', removed: ['web', 'db'] }, ['demo.forget', 'say removed 2']],
  [{ type: 'problem', code: 'fault', message: 'disk full' }, ['link.giveUp', 'say disk full']],
])('%j', (message, expected) => {
  expect(hear(message)).toEqual(expected);
});

it('a welcome opens the line, then the link, and only then the steps that ask it what may run', () => {
  expect(hear(welcome).map((one) => one.split(' ')[0])).toEqual([
    ...['connection.settle', 'link.open', 'demo.catchUp', 'layers.reconnect'],
  ]);
});

it.each<[HelperMessage, string]>([
  [{ type: 'challenge', challenge: 'c', proof: 'p' }, 'connection.greet'],
  [{ type: 'engine' } as HelperMessage, 'link.takeEngine'],
  [{ type: 'undo-list' } as HelperMessage, 'link.takeUndoList'],
  [{ type: 'description' } as HelperMessage, 'layers.describe'],
])('%j is for one part', (message, part) => {
  expect(hear(message).map((one) => one.split(' ')[0])).toEqual([part]);
});
