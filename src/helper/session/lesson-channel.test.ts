import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { Traces } from '../../demo/traces/traces.ts';
import type { DeckMessage, HelperMessage } from '../../protocol/messages.ts';
import { ApprovalStore } from './approval-store.ts';
import { GRACE } from './leading-deck.ts';
import { LessonChannel } from './lesson-channel.ts';

let folder: string;
let channel: LessonChannel;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-channel-'));
  vi.useFakeTimers();
});
afterEach(async () => {
  vi.useRealTimers();
  await channel.close();
  rmSync(folder, { recursive: true });
});

const surroundings = { picture: () => null, read: () => null, exists: () => false };

function makeLesson(...lines: string[]) {
  const text = `---\nlang: en\n---\n\n# L\n\n${lines.length > 0 ? `\`\`\`console\n${lines.join('\n')}\n\`\`\`\n` : ''}`;
  const lesson = compile({ path: 'lesson.md', text }, surroundings);
  return { slug: 'lesson', path: join(folder, 'lesson.md'), folder, lesson, surroundings };
}

function open(...lines: string[]): void {
  channel = new LessonChannel({
    lesson: makeLesson(...lines),
    problem: null,
    replay: false,
    env: {},
    approvals: new ApprovalStore(folder),
    traces: new Traces(folder, 'lesson.md'),
    engine: null,
  });
}

/** A deck without a socket. */
function come(capability: string) {
  const messages: HelperMessage[] = [];
  const connection = {
    send: (message: HelperMessage) => messages.push(message),
    sendOutput() {},
    refuse() {},
    renew: vi.fn(),
  };
  const seat = channel.join(connection, { capability, seen: 0 });
  const last = <T extends HelperMessage['type']>(type: T) =>
    messages.findLast((message): message is Extract<HelperMessage, { type: T }> => message.type === type);
  return { ...seat, say: (message: DeckMessage) => seat.receive(message), last, renew: connection.renew };
}

describe('who leads', () => {
  it('when the deck that leads stays away, the one that watched is let in anew', () => {
    open('$ ls');
    const first = come('first');
    const second = come('second');
    expect(second.last('welcome')?.writable).toBe(false);
    first.leave();
    vi.advanceTimersByTime(GRACE - 1);
    expect(second.renew).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(second.renew).toHaveBeenCalledOnce();
    second.leave();
    expect(come('second').last('welcome')?.writable).toBe(true);
  });

  it('a deck that only reloads keeps its place', () => {
    open('$ ls');
    const first = come('first');
    const second = come('second');
    first.leave();
    expect(come('first').last('welcome')?.writable).toBe(true);
    vi.advanceTimersByTime(GRACE * 2);
    expect(second.renew).not.toHaveBeenCalled();
  });
});

describe('an edited page', () => {
  const edit = (...lines: string[]) => channel.follow(makeLesson(...lines), { type: 'changed', version: 1 });

  it('asks again when its commands changed', () => {
    open('$ ls');
    const deck = come('own');
    deck.say({ type: 'approve', digest: deck.last('welcome')!.approval!.digest });
    expect(deck.last('approval')?.approval).toBeNull();
    edit('$ ls', 'a', 'b');
    expect(deck.last('approval')?.approval).toBeNull();
    edit('$ ls -a');
    expect(deck.last('approval')?.approval).toMatchObject({ changed: true });
  });

  it('tells when it needs an engine now', () => {
    open('$ ls');
    const deck = come('own');
    expect(deck.last('welcome')?.engine).toMatchObject({ needed: false });
    edit('$ docker ps');
    expect(deck.last('engine')?.engine).toMatchObject({ needed: true, available: false });
  });

  it('that can’t be read is told also to decks that come later', () => {
    open('$ ls');
    channel.follow(makeLesson('$ ls'), { type: 'broken', message: 'gone' });
    expect(come('own').last('broken')?.message).toBe('gone');
    edit('$ ls');
    expect(come('own').last('broken')).toBeUndefined();
  });
});

it('an approval that can’t be kept holds for now, and the deck is told', () => {
  writeFileSync(join(folder, 'approved'), '');
  open('$ ls');
  const deck = come('own');
  deck.say({ type: 'approve', digest: deck.last('welcome')!.approval!.digest });
  expect(deck.last('approval')?.approval).toBeNull();
  expect(deck.last('problem')).toMatchObject({
    code: 'not-remembered',
    message: expect.stringMatching(/until Capas ends.*EEXIST/),
  });
});

it('a fault is told to every deck', () => {
  open('$ ls');
  const decks = [come('first'), come('second')];
  channel.tellFault(new Error('disk full'));
  for (const deck of decks)
    expect(deck.last('problem')).toMatchObject({
      code: 'fault',
      message: expect.stringContaining('the class goes on: disk full'),
    });
});

it('nothing can be typed into a lesson without commands', () => {
  open();
  const deck = come('own');
  deck.say({ type: 'input', terminal: 1, data: 'ls\r' });
  expect(deck.last('problem')?.code).toBe('not-approved');
});
