import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAsciicast, measureDuration, parseAsciicast, RecordingError, readExit } from './asciicast.ts';
import type { Recording } from './recording.ts';

const recording: Recording = {
  columns: 100,
  rows: 30,
  date: '2026-11-24T10:20:30.000Z',
  step: 'abc123',
  command: 'docker images',
  engine: 'Docker 20.10.24',
  images: { ubuntu: 'sha256:1234' },
  standIn: true,
  events: [
    { at: 12, code: 'o', data: 'REPOSITORY\r\n' },
    { at: 40, code: 'r', data: '90x20' },
    { at: 412, code: 'x', data: '0' },
  ],
};

describe('asciicast v3', () => {
  it('writes a header and intervals in seconds', () => {
    const [header, ...events] = formatAsciicast(recording)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(header).toMatchObject({
      version: 3,
      term: { cols: 100, rows: 30 },
      timestamp: 1795515630,
      command: 'docker images',
    });
    expect(header.capas).toEqual({
      step: 'abc123',
      engine: 'Docker 20.10.24',
      images: { ubuntu: 'sha256:1234' },
      standIn: true,
    });
    expect(events).toEqual([
      [0.012, 'o', 'REPOSITORY\r\n'],
      [0.028, 'r', '90x20'],
      [0.372, 'x', '0'],
    ]);
  });

  it('reads back what it wrote', () => {
    expect(parseAsciicast(formatAsciicast(recording))).toEqual(recording);
  });

  it('does not add up the rounding of many short intervals', () => {
    const events = Array.from({ length: 3_000 }, (_, at) => ({
      at: at * 0.4,
      code: 'o' as const,
      data: '.',
    }));
    const last = parseAsciicast(formatAsciicast({ ...recording, events })).events.at(-1)!;
    expect(Math.abs(last.at - 2_999 * 0.4)).toBeLessThanOrEqual(0.5);
  });

  it('reads any times and texts back to the millisecond', () => {
    const event = fc.record({
      at: fc.nat(10_000_000),
      code: fc.constantFrom('o', 'm', 'r', 'x' as const),
      data: fc.string({ unit: 'binary' }),
    });
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const sorted = [...events].sort((one, other) => one.at - other.at) as Recording['events'];
        expect(parseAsciicast(formatAsciicast({ ...recording, events: sorted })).events).toEqual(sorted);
      }),
    );
  });

  it('takes the recordings of other programs and leaves keystrokes and comments out', () => {
    const text =
      '{"version":3,"term":{"cols":80,"rows":24}}\n# a comment\n[0.5,"i","l"]\n[0.5, "o", "ls\\r\\n"]\n\n[1,"x","2"]\n';
    const read = parseAsciicast(text);
    expect(read.events).toEqual([
      { at: 1000, code: 'o', data: 'ls\r\n' },
      { at: 2000, code: 'x', data: '2' },
    ]);
    expect(read).toMatchObject({ step: '', engine: '', images: {}, standIn: false });
    expect(readExit(read)).toBe(2);
    expect(measureDuration(read)).toBe(2000);
  });

  it.each([
    ['', 1],
    ['{"version":2,"width":80,"height":24}', 1],
    ['{"version":3}', 1],
    ['{"version":3,"term":{"cols":80,"rows":24}}\n[0.1,"o","a"]\nnonsense', 3],
    ['{"version":3,"term":{"cols":80,"rows":24}}\n[-1,"o","a"]', 2],
    ['{"version":3,"term":{"cols":80,"rows":24}}\n["x","o"]', 2],
    ['{"version":3,"term":{"cols":80,"rows":24}}\n[0.1,"o","a"]\n[1e308,"o","a"]', 3],
    ['{"version":3,"term":{"cols":80,"rows":24}}\n[1e999,"o","a"]', 2],
    ['{"version":3,"term":{"cols":80,"rows":24}}\n[80000,"o","a"]\n[80000,"o","a"]', 3],
  ])('says on which line %j is wrong', (text, line) => {
    expect(() => parseAsciicast(text)).toThrow(RecordingError);
    expect(() => parseAsciicast(text)).toThrow(`line ${line}:`);
  });
});
