import { describe, expect, it } from 'vitest';
import { formatAsciicast, measureDuration, parseAsciicast, RecordingError, readExit } from './asciicast.ts';

const header = (more: object = {}) => JSON.stringify({ version: 3, term: { cols: 80, rows: 24 }, ...more });
const read = (more: object = {}, ...events: unknown[]) =>
  parseAsciicast([header(more), ...events.map((event) => JSON.stringify(event))].join('\n'));

describe('a header', () => {
  it.each([
    ['the size of its terminal', { term: { cols: 10_000, rows: 1 } }, { columns: 10_000, rows: 1 }],
    ['when it was made', { timestamp: 1 }, { date: '1970-01-01T00:00:01.000Z' }],
    ['no time before 1970', { timestamp: -1 }, { date: '1970-01-01T00:00:00.000Z' }],
    ['no time after the last', { timestamp: 9e15 }, { date: '+275760-09-13T00:00:00.000Z' }],
    ['no time that is none', { timestamp: '7' }, { date: '1970-01-01T00:00:00.000Z' }],
    ['a command', { command: 'ls' }, { command: 'ls' }],
    ['no command that is no text', { command: 7 }, { command: '' }],
    ['the step', { capas: { step: 's', engine: 'Docker 1' } }, { step: 's', engine: 'Docker 1' }],
    ['images, but for what is no text', { capas: { images: { a: 'x', b: 7 } } }, { images: { a: 'x' } }],
    ['no images where there is a list', { capas: { images: ['x'] } }, { images: {} }],
    ['no facts where there is a list', { capas: ['x'] }, { step: '', engine: '', images: {} }],
    ['stand-ins', { capas: { standIn: true } }, { standIn: true }],
    ['no stand-ins where it is no yes', { capas: { standIn: 'true' } }, { standIn: false }],
  ])('tells %s', (_, more, expected) => {
    expect(read(more)).toEqual({ ...read(), ...expected });
  });

  it.each([
    ['the header is not an object', '7'],
    ['the header is not an object', 'null'],
    ['the header is not an object', '[]'],
    ['is not asciicast version 3', '{"term":{"cols":80,"rows":24}}'],
    ...[{}, [], { cols: 0, rows: 24 }, { cols: 80, rows: 0 }, { cols: 10_001, rows: 24 }, { cols: 80 }].map(
      (term) => ['tells no size of the terminal', header({ term })],
    ),
    ...[
      { cols: 80.5, rows: 24 },
      { cols: '80', rows: 24 },
      { cols: 80, rows: 10_001 },
    ].map((term) => [...['tells no size of the terminal', header({ term })]]),
    ['is not JSON', '{'],
  ])('%s: %s', (problem, text) => {
    expect(() => parseAsciicast(text!)).toThrow(new RecordingError(1, problem!));
  });
});

describe('an event', () => {
  it.each([
    ['is not [interval, code, data]', [0.1, 'o']],
    ['is not [interval, code, data]', { 0: 0.1, 1: 'o', 2: 'a', length: 3 }],
    ['the interval is not a number of seconds', ['0', 'o', 'a']],
    ['the interval is not a number of seconds', [-0.1, 'o', 'a']],
    ['code and data are not texts', [0, 7, 'a']],
    ['code and data are not texts', [0, 'o', 7]],
    ['is not JSON', null],
  ])('%s: %j', (problem, event) => {
    const text = `${header()}\n[0,"o","fine"]\n${event === null ? '[' : JSON.stringify(event)}`;
    expect(() => parseAsciicast(text)).toThrow(new RecordingError(3, problem));
  });

  it('of no time is no mistake, and comments and blank lines are none', () => {
    expect(
      parseAsciicast(`${header()}\r\n[0,"o","a"]\r\n# [1,"o","no"]\r\n  \r\n[0,"m","b"]\r\n`).events,
    ).toEqual([
      { at: 0, code: 'o', data: 'a' },
      { at: 0, code: 'm', data: 'b' },
    ]);
  });

  it('that is not kept takes its time all the same', () => {
    expect(read({}, [1, 'i', 'x'], [1, 'z', 'x'], [1, 'r', '90x20']).events).toEqual([
      { at: 3_000, code: 'r', data: '90x20' },
    ]);
  });

  it('is told to the microsecond', () => {
    expect(read({}, [0.1, 'o', 'a'], [0.2, 'o', 'b'], [0.0005, 'o', 'c']).events.map(({ at }) => at)).toEqual(
      [100, 300, 300.5],
    );
  });
});

it('names its error, with the line', () => {
  const error = new RecordingError(3, 'is not JSON');
  expect(error).toMatchObject({ name: 'RecordingError', line: 3, message: 'line 3: is not JSON' });
});

it.each([
  [[], 0, null],
  [[[1.2344, 'o', 'a']], 1_234, null],
  [[[1.2346, 'x', '3']], 1_235, 3],
  [
    [
      [1, 'x', '3'],
      [1, 'x', '4'],
      [1, 'o', 'a'],
    ],
    3_000,
    4,
  ],
  [[[1, 'x', 'no']], 1_000, null],
  [[[1, 'x', '1a']], 1_000, null],
  [[[1, 'x', 'a1']], 1_000, null],
  [[[1, 'x', '130']], 1_000, 130],
])('of %j tells how long it takes and its exit status', (events, duration, exit) => {
  const recording = read({}, ...events);
  expect([measureDuration(recording), readExit(recording)]).toEqual([duration, exit]);
});

it('is written for a terminal with colours, one event a line', () => {
  const text = formatAsciicast(read({ timestamp: 7 }, [0.0004, 'o', 'a'], [0.0004, 'o', 'b']));
  const [first, ...rest] = text.split('\n');
  expect(JSON.parse(first!)).toMatchObject({ timestamp: 7, term: { type: 'xterm-256color' } });
  expect(rest).toEqual(['[0,"o","a"]', '[0.001,"o","b"]', '']);
});
