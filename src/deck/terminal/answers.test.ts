import type { IParser } from '@xterm/xterm';
import { beforeEach, describe, expect, it } from 'vitest';
import { guardAnswers, type Input } from './answers.ts';

/** By what is asked: whether a guard ended the handling of it. */
let handlers: Map<string, () => boolean | Promise<boolean>>;
let classify: (data: string) => Input;
let mayAnswer: boolean;
let now: number;

beforeEach(() => {
  handlers = new Map();
  mayAnswer = true;
  now = 0;
  const parser = {
    registerCsiHandler({ prefix = '', intermediates = '', final }, handler) {
      handlers.set(`${prefix}${intermediates}${final}`, () => handler([]));
      return { dispose() {} };
    },
    registerDcsHandler: () => ({ dispose() {} }),
    registerOscHandler: () => ({ dispose() {} }),
    registerEscHandler: () => ({ dispose() {} }),
    registerApcHandler: () => ({ dispose() {} }),
  } as IParser;
  classify = guardAnswers(
    parser,
    () => mayAnswer,
    () => now,
  );
});

const isAnswered = (query: string) => handlers.get(query)!() === false;

describe('what comes out of a terminal', () => {
  it('is an answer while a query is handled, and typed at all other times', async () => {
    expect(isAnswered('c')).toBe(true);
    expect(classify('\x1b[?1;2c')).toBe('answer');
    await Promise.resolve();
    expect(classify('\x1b[1;2R')).toBe('typed');
  });

  it('is typed when it is no answer, whatever was asked', () => {
    expect(isAnswered('n')).toBe(true);
    expect(classify('ls\r')).toBe('typed');
  });

  it.each(['\x1b[I', '\x1b[O'])('is of no use to anybody when it tells the focus (%j)', (data) => {
    expect(classify(data)).toBe('nothing');
  });

  it.each(['\x1b[<0;10;5M', '\x1b[<0;10;5m'])('is an answer when it tells the mouse (%j)', (data) => {
    expect(classify(data)).toBe('answer');
  });
});

describe('a query', () => {
  it('is not answered while nobody types into the program', () => {
    mayAnswer = false;
    expect(['c', '>c', '?n', 'n'].map(isAnswered)).toEqual([false, false, false, false]);
    expect(classify('\x1b[?1;2c')).toBe('typed');
  });

  it('is answered so many times a second', () => {
    const answered = () => Array.from({ length: 100 }, () => isAnswered('n')).filter(Boolean).length;
    expect(answered()).toBe(20);
    now = 1_000;
    expect(answered()).toBe(20);
  });

  it.each(['$p', '?$p', 't', '>q'])(
    '%s, whose answer the output would choose, is never answered',
    (query) => {
      expect(isAnswered(query)).toBe(false);
    },
  );
});
