import { beforeEach, describe, expect, it } from 'vitest';
import type { DeckMessage, HelperMessage } from '../../protocol/messages.ts';
import { proofParts } from '../../protocol/proof.ts';
import { Entry, makeSecrets, type WindowPass } from './entry.ts';
import { Greeting } from './greeting.ts';

const browser = 'a'.repeat(32);
const host = '127.0.0.1:4000';
const theirs = 'c'.repeat(32);

let entry: Entry;
let pass: WindowPass;
let greeting: Greeting;
beforeEach(() => {
  entry = new Entry(makeSecrets());
  pass = entry.openWindow(browser);
  greeting = new Greeting(entry, host, browser);
});

const knock = (window = pass.window): DeckMessage => ({ type: 'knock', window, challenge: theirs });

type Challenge = Extract<HelperMessage, { type: 'challenge' }>;
const challengeOf = (to: Greeting, window?: string) =>
  (to.take(knock(window)) as { answer: Challenge }).answer;

const hello = (proof: string) =>
  ({ type: 'hello', proof, capability: 'tab' }) as Extract<DeckMessage, { type: 'hello' }>;
const proofOf = (challenge: string, at = host, side: 'helper' | 'window' = 'window') =>
  entry.prove(pass.window, proofParts(side, challenge, at));

describe('the helper', () => {
  it('proves the window’s secret for the challenge and the host', () => {
    const answer = challengeOf(greeting);
    expect(answer.type).toBe('challenge');
    expect(answer.proof).toBe(proofOf(theirs, host, 'helper'));
    expect(answer.challenge).not.toBe(challengeOf(new Greeting(entry, host, browser)).challenge);
  });

  it('answers one knock, and no other browser’s window', () => {
    expect(greeting.take(knock(entry.openWindow('b'.repeat(32)).window))).toBeNull();
    expect(greeting.take(knock())).not.toBeNull();
    expect(greeting.take(knock())).toBeNull();
  });
});

describe('a window', () => {
  it('is in with its proof, and what it chose counts for its browser only', () => {
    const proof = proofOf(challengeOf(greeting).challenge);
    expect(greeting.take(hello(proof))).toEqual({
      hello: { ...hello(proof), capability: `${browser} tab` },
    });
  });

  it('is not in with a proof for another challenge, host or side', () => {
    const { challenge, proof } = challengeOf(greeting);
    const wrong = ['', proof, proofOf(theirs), proofOf(challenge, '127.0.0.1:4001')];
    wrong.push(proofOf(challenge, host, 'helper'));
    for (const other of wrong) expect(greeting.take(hello(other))).toBeNull();
  });

  it('is not in by any other message', () => {
    challengeOf(greeting);
    expect(greeting.take({ type: 'stop' } as unknown as DeckMessage)).toBeNull();
  });
});

describe('a window of a helper that was killed', () => {
  it('gets an invitation for its proof, and is not in', () => {
    const returned = new Greeting(entry, host, null);
    const { challenge } = challengeOf(returned);
    expect(returned.take(hello(proofOf(theirs)))).toBeNull();
    const taken = returned.take(hello(proofOf(challenge)));
    expect(taken).toEqual({
      answer: { type: 'moved', to: expect.stringContaining(`/${entry.place}/#key=`) },
    });
  });
});
