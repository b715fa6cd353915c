import { beforeEach, expect, test } from 'vitest';
import type { Screen } from './driver.ts';
import { LiveDriver } from './live.ts';

let shown: string;
let sent: string[];
let waiting: (() => void)[];
let driver: LiveDriver;

const screen: Screen = {
  write: (data, drawn) => {
    shown += new TextDecoder().decode(data as Uint8Array);
    drawn?.();
  },
  clear: () => {
    shown = '';
  },
  column: () => 0,
  focus: () => {},
  setFontSize: () => {},
  fit: () => ({ columns: 80, rows: 24 }),
};

beforeEach(() => {
  shown = '';
  sent = [];
  waiting = [];
  driver = new LiveDriver({
    acknowledge: (bytes) => sent.push(`ack ${bytes}`),
    input: (data) => sent.push(`input ${data}`),
    answer: (data) => sent.push(`answer ${data}`),
    resize: () => {},
    after: (_milliseconds, call) => waiting.push(call),
  });
});

const bytes = (text: string) => new TextEncoder().encode(text);

test('holds what comes before there is a screen', () => {
  driver.feed(bytes('one '));
  driver.attach(screen);
  driver.feed(bytes('two'));
  expect(shown).toBe('one two');
});

test('draws nothing twice and misses nothing after a lost connection', () => {
  driver.attach(screen);
  driver.feed(bytes('abcdef'));
  driver.begin(2, 8);
  driver.feed(bytes('cdefgh'));
  expect(shown).toBe('abcdefgh');
  expect(driver.received).toBe(8);
});

test('begins anew when the session is another one', () => {
  driver.attach(screen);
  driver.feed(bytes('old session'));
  driver.begin(0, 3);
  driver.feed(bytes('new'));
  expect(shown).toBe('new');
});

test('begins anew when bytes between are gone', () => {
  driver.attach(screen);
  driver.feed(bytes('abc'));
  driver.begin(100, 104);
  driver.feed(bytes('last'));
  expect(shown).toBe('last');
  expect(driver.received).toBe(104);
});

test('acknowledges a flood at once, and little things later', () => {
  driver.attach(screen);
  driver.feed(bytes('little'));
  expect(sent).toEqual([]);
  for (const call of waiting) call();
  expect(sent).toEqual(['ack 6']);
  driver.feed(new Uint8Array(64 * 1024).fill(65));
  expect(sent.at(-1)).toBe(`ack ${6 + 64 * 1024}`);
});

test('does not answer again what is only shown again', () => {
  driver.attach(screen);
  driver.begin(0, 4);
  driver.answer('\x1b[?1;2c');
  driver.type('ls');
  driver.feed(bytes('old '));
  driver.answer('\x1b[1;5R');
  expect(sent.filter((line) => !line.startsWith('ack'))).toEqual(['input ls', 'answer \x1b[1;5R']);
});
