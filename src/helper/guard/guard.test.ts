import { describe, expect, it } from 'vitest';
import { isOwnHost } from './host.ts';
import { LARGEST_MESSAGE, readMessage } from './message.ts';
import { isOwnOrigin } from './origin.ts';
import { readTarget } from './path.ts';
import { limitRate } from './rate.ts';
import { isSame, makeSecret, sign } from './secret.ts';

describe('isOwnHost', () => {
  it('takes the address that was printed, however the header is written', () => {
    expect(isOwnHost(['Accept', '*/*', 'HOST', '127.0.0.1:4321'], 4321)).toBe(true);
  });

  it.each([
    ['another port', ['Host', '127.0.0.1:4322']],
    ['a name', ['Host', 'localhost:4321']],
    ['no header', []],
    ['two headers', ['Host', '127.0.0.1:4321', 'host', 'attacker.example']],
    ['a header whose value only looks like one', ['X', 'Host', '127.0.0.1:4321', 'x']],
  ])('refuses %s', (_, headers) => {
    expect(isOwnHost(headers, 4321)).toBe(false);
  });
});

describe('isOwnOrigin', () => {
  it('takes a page of the helper only', () => {
    expect(isOwnOrigin('http://127.0.0.1:4321', 4321)).toBe(true);
    for (const other of [undefined, '', 'null', 'http://localhost:4321', 'https://127.0.0.1:4321'])
      expect(isOwnOrigin(other, 4321)).toBe(false);
    expect(isOwnOrigin('http://127.0.0.1:4321.attacker.example', 4321)).toBe(false);
  });
});

describe('readTarget', () => {
  it.each([
    ['/', ['']],
    ['/im%C3%A1genes/', ['imágenes', '']],
    ['/lesson/fig%201.png?v=2', ['lesson', 'fig 1.png']],
  ])('%s', (target, segments) => {
    expect(readTarget(target)).toEqual(segments);
  });

  it.each([
    'lesson',
    'http://attacker.example/',
    '/..',
    '/a/./b',
    '/a//b',
    '/%2e%2e/x',
    '/a%2fb',
    '/a%5cb',
    '/a%00.png',
    '/.git/config',
    '/C:/x',
    '/a.png::$DATA',
    '/%zz',
    '/%c0%ae',
    `/${'a'.repeat(3000)}`,
  ])('%.30s is no address of ours', (target) => {
    expect(readTarget(target)).toBeNull();
  });
});

describe('isSame', () => {
  it('takes the same text, and none that differs in one digit, wherever', () => {
    const secret = makeSecret();
    expect(isSame(secret, secret)).toBe(true);
    for (let at = 0; at < secret.length; at++) {
      const digit = secret[at] === '0' ? '1' : '0';
      expect(isSame(secret, secret.slice(0, at) + digit + secret.slice(at + 1))).toBe(false);
    }
    for (const other of ['', secret.slice(1), `${secret}0`]) expect(isSame(secret, other)).toBe(false);
  });

  it('compares all of the digest: of thousands of others, none has a part of it by chance', () => {
    const secret = makeSecret();
    const others = Array.from({ length: 4000 }, makeSecret);
    expect(others.filter((other) => isSame(secret, other))).toEqual([]);
  });
});

describe('sign', () => {
  it('differs for another secret, other parts, and parts that are cut in another place', () => {
    const secret = makeSecret();
    const signed = [
      sign(secret, 'a', 'b'),
      sign(makeSecret(), 'a', 'b'),
      sign(secret, 'ab'),
      sign(secret, 'a', 'b', ''),
      sign(secret, 'b', 'a'),
    ];
    expect(new Set(signed).size).toBe(signed.length);
    expect(sign(secret, 'a', 'b')).toBe(signed[0]);
  });

  it('has secrets that are others each time', () => {
    expect(new Set(Array.from({ length: 50 }, makeSecret)).size).toBe(50);
  });
});

describe('readMessage', () => {
  const read = (message: unknown) => readMessage(Buffer.from(JSON.stringify(message)), false);

  it('reads a message of the protocol, with what it leaves out', () => {
    expect(read({ type: 'run', step: 's1' })).toEqual({ type: 'run', step: 's1', values: {} });
  });

  it.each([
    ['no object', 7],
    ['an unknown type', { type: 'exec', command: 'ls' }],
    ['more than it may hold', { type: 'run', step: 's1', command: 'ls' }],
    ['an id with a path in it', { type: 'run', step: '../s1' }],
    ['a terminal that there can’t be', { type: 'stop', terminal: 10 }],
    ['a size that is none', { type: 'resize', terminal: 1, columns: 0.5, rows: 24 }],
    ['an answer that no terminal gives', { type: 'answer', terminal: 1, data: 'rm -rf ~\r' }],
    ['an answer and more', { type: 'answer', terminal: 1, data: '\u001b[1;5R\r' }],
    ['an answer without end', { type: 'answer', terminal: 1, data: `\u001b[${'1'.repeat(40)}R` }],
    ['a paste beyond 64 K', { type: 'input', terminal: 1, data: 'x'.repeat(65_537) }],
  ])('refuses %s', (_, message) => {
    expect(read(message)).toBeNull();
  });

  it('refuses binary frames, what is too large, and what is no JSON', () => {
    const text = JSON.stringify({ type: 'reset' });
    expect(readMessage(Buffer.from(text), true)).toBeNull();
    expect(readMessage(Buffer.from(text.padEnd(LARGEST_MESSAGE + 1)), false)).toBeNull();
    expect(readMessage(Buffer.from('{'), false)).toBeNull();
  });
});

describe('limitRate', () => {
  it('lets a burst through, then the average', () => {
    let now = 0;
    const within = limitRate(10, 3, () => now);
    const count = (tries: number) => Array.from({ length: tries }, within).filter(Boolean).length;
    expect(count(5)).toBe(3);
    now += 100;
    expect(count(5)).toBe(1);
    now += 60_000;
    expect(count(5)).toBe(3);
  });
});
