import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askPass, enter } from '../entry/enter.ts';
import { Deck, startTarget, type Target } from './target.ts';

let target: Target;
let decks: Deck[] = [];
beforeEach(async () => {
  target = await startTarget();
});
afterEach(async () => {
  for (const deck of decks) deck.close();
  decks = [];
  await target.close();
});

function connect(headers: Record<string, string> = {}): Deck {
  const deck = new Deck(target.guest, headers);
  decks.push(deck);
  return deck;
}

async function joinApproved(capability = 'own') {
  const deck = connect();
  const welcome = await deck.join({ capability });
  deck.send({ type: 'approve', digest: welcome.approval!.digest });
  await deck.next('approval');
  return deck;
}

const stepOf = async () => {
  const { loadCourse } = await import('../../src/course/course.ts');
  return loadCourse(target.page).lessons[0]!.lesson.steps;
};

describe('opening the socket', () => {
  it.each([
    'http://attacker.example',
    'null',
    'http://localhost:PORT',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1',
    'http://127.0.0.1:PORT.attacker.example',
  ])('from a page of %s is refused', async (origin) => {
    expect(await connect({ origin: origin.replace('PORT', String(target.helper.port)) }).opened()).toBe(
      false,
    );
  });

  it('by another name is refused', async () => {
    expect(await connect({ host: `attacker.example:${target.helper.port}` }).opened()).toBe(false);
  });

  it.each([
    ['none', ''],
    ['one that was made up', `capas=${'0'.repeat(32)}.${'0'.repeat(64)}`],
    ['one of another helper', 'other'],
  ])('with the cookie: %s, is refused', async (_, cookie) => {
    const other = await startTarget();
    expect(await connect({ cookie: cookie === 'other' ? other.guest.cookie : cookie }).opened()).toBe(false);
    await other.close();
  });

  it('at a path without the helper’s place is refused', async () => {
    for (const address of [`http://${target.host}/`, `http://${target.host}/${'0'.repeat(32)}/`]) {
      const deck = new Deck({ ...target.guest, address });
      decks.push(deck);
      expect(await deck.opened()).toBe(false);
    }
  });

  it('without the window’s proof gets nothing', async () => {
    const { window } = await askPass(target.guest);
    const deck = connect();
    await deck.opened();
    deck.send({ type: 'knock', window, challenge: 'c' });
    await deck.next('challenge');
    deck.send({ type: 'hello', proof: '0'.repeat(64), lesson: 'lesson', capability: 'x' });
    expect(await deck.closed).toBe(1008);
    expect(deck.messages).toEqual([]);
  });

  it('with another browser’s window gets nothing', async () => {
    const other = await enter(target.helper);
    const deck = connect();
    await deck.opened();
    deck.send({ type: 'knock', window: (await askPass(other)).window, challenge: 'c' });
    expect(await deck.closed).toBe(1008);
    expect(deck.messages).toEqual([]);
  });

  it('and running before the hello is refused', async () => {
    const [step] = await stepOf();
    const deck = connect();
    await deck.opened();
    deck.send({ type: 'run', step: step!.id });
    expect(await deck.closed).toBe(1008);
    expect(existsSync(target.proof)).toBe(false);
  });

  it('for a lesson that is none is refused', async () => {
    const deck = connect();
    await deck.hello({ lesson: '../other', capability: 'x', seen: 0 });
    expect(await deck.closed).toBe(1008);
  });
});

describe('what runs', () => {
  it('is nothing before the commands are approved', async () => {
    const [step] = await stepOf();
    const deck = connect();
    await deck.join();
    deck.send({ type: 'run', step: step!.id });
    expect((await deck.next('problem')).code).toBe('not-approved');
    deck.send({ type: 'input', terminal: 1, data: `touch ${target.proof}\r` });
    expect((await deck.next('problem')).code).toBe('not-approved');
    expect(existsSync(target.proof)).toBe(false);
  });

  it('is nothing that the page sends', async () => {
    const deck = await joinApproved();
    deck.send({ type: 'run', step: 'unknown' });
    expect((await deck.next('problem')).code).toBe('unknown-step');
    deck.send({ type: 'run', step: 'unknown', command: `touch ${target.proof}` });
    expect(await deck.closed).toBe(1008);
    expect(existsSync(target.proof)).toBe(false);
  });

  it('is not what was approved by another digest', async () => {
    const deck = connect();
    await deck.join();
    deck.send({ type: 'approve', digest: 'f'.repeat(32) });
    expect((await deck.next('problem')).code).toBe('stale-approval');
    expect((await deck.next('approval')).approval).not.toBeNull();
  });

  it('is asked for again when the commands change, not when the prose does', async () => {
    const deck = await joinApproved();
    const text = readFileSync(target.page, 'utf8');
    writeFileSync(target.page, text.replace('# Lesson', '# Lesson, mended'));
    await deck.next('changed');
    expect(deck.messages.filter(({ type }) => type === 'approval')).toEqual([]);
    writeFileSync(target.page, text.replace('echo begun', 'echo evil'));
    const { approval } = await deck.next('approval');
    expect(approval).toMatchObject({ changed: true });
    expect(approval!.commands[0]!.command).toContain('echo evil');
    const [step] = await stepOf();
    deck.send({ type: 'run', step: step!.id });
    expect((await deck.next('problem')).code).toBe('not-approved');
    expect(existsSync(target.proof)).toBe(false);
  });

  it('is the approved command of the page', async () => {
    const [step] = await stepOf();
    const deck = await joinApproved();
    deck.send({ type: 'run', step: step!.id });
    for (let state = ''; state !== 'done'; ) state = (await deck.next('step')).status.state;
    expect(readFileSync(target.proof, 'utf8')).toBe('begun\n');
  });
});

describe('a deck that did not open the session', () => {
  it('can’t run, type, resize, reset or approve', async () => {
    await joinApproved('first');
    const [step] = await stepOf();
    const second = connect();
    expect((await second.join({ capability: 'second' })).writable).toBe(false);
    for (const message of [
      { type: 'run', step: step!.id },
      { type: 'input', terminal: 1, data: `touch ${target.proof}\r` },
      { type: 'resize', terminal: 1, columns: 10, rows: 10 },
      { type: 'stop', terminal: 1 },
      { type: 'undo-list' },
      { type: 'reset' },
      { type: 'approve', digest: 'a' },
    ]) {
      second.send(message);
      expect((await second.next('problem')).code).toBe('watching');
    }
    expect(existsSync(target.proof)).toBe(false);
  });
});

describe('messages that are none', () => {
  it.each([
    'not JSON',
    '[]',
    '{"type":"nothing"}',
    '{"type":"input","terminal":0,"data":"x"}',
    '{"type":"resize","terminal":1,"columns":1e9,"rows":2}',
    '{"type":"run","step":"../../x"}',
    `{"type":"input","terminal":1,"data":"${'x'.repeat(70_000)}"}`,
    '{"type":"reset","list":"../made"}',
    '{"type":"reset","remove":["web"]}',
    '{"__proto__":{"type":"run"},"type":"watch","on":1}',
  ])('%.40s… close the connection', async (message) => {
    const deck = await joinApproved();
    deck.send(message);
    expect(await deck.closed).toBe(1008);
  });

  it('of more than the largest size close it', async () => {
    const deck = await joinApproved();
    deck.send('x'.repeat(300 * 1024));
    expect([1008, 1009]).toContain(await deck.closed);
  });

  it('as a flood close it, and the helper goes on', async () => {
    const deck = await joinApproved();
    for (let count = 0; count < 5000; count++) deck.send({ type: 'watch', on: false });
    expect(await deck.closed).toBe(1008);
    const other = connect();
    expect(await other.join()).toMatchObject({ type: 'welcome' });
  });
});

it('only so many sockets are open at once', async () => {
  const all = Array.from({ length: 70 }, () => connect());
  const opened = await Promise.all(all.map((deck) => deck.opened()));
  expect(opened.filter(Boolean)).toHaveLength(64);
});
