import type { Recording, RecordingEvent } from './recording.ts';

/** A recording that can't be read: what is wrong, and on which line (from 1). */
export class RecordingError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.name = 'RecordingError';
    this.line = line;
  }
}

/**
 * Writes a recording as asciicast v3 (https://docs.asciinema.org/manual/asciicast/v3/). Intervals are
 * differences of times that were rounded first, so that rounding errors don't add up.
 */
export function formatAsciicast(recording: Recording): string {
  const { step, engine, images, standIn } = recording;
  const header = {
    version: 3,
    term: { cols: recording.columns, rows: recording.rows, type: 'xterm-256color' },
    timestamp: Math.floor(Date.parse(recording.date) / 1000),
    command: recording.command,
    capas: { step, engine, images, standIn },
  };
  const lines = [JSON.stringify(header)];
  let before = 0;
  for (const event of recording.events) {
    const at = Math.round(event.at);
    lines.push(JSON.stringify([(at - before) / 1000, event.code, event.data]));
    before = at;
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Reads asciicast v3; also one that another program made, whose facts about the step are then empty.
 * Keystrokes, comments and unknown events are left out.
 * @throws RecordingError with the line.
 */
export function parseAsciicast(text: string): Recording {
  const lines = text.split(/\r?\n/);
  const recording = readHeader(parseLine(lines[0]!, 1));
  let seconds = 0;
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '' || line.startsWith('#')) continue;
    const [interval, code, data] = readEvent(parseLine(line, index + 1), index + 1);
    seconds += interval;
    if (seconds > LONGEST) throw new RecordingError(index + 1, 'is longer than a day');
    // To the microsecond: what is finer is the error of adding decimal fractions.
    if (isKept(code)) recording.events.push({ at: Math.round(seconds * 1e6) / 1e3, code, data });
  }
  return recording;
}

/** How long a recording takes, in milliseconds. */
export function measureDuration(recording: Recording): number {
  return Math.round(recording.events.at(-1)?.at ?? 0);
}

/** The exit status that it ends with; `null` where it tells none. */
export function readExit(recording: Recording): number | null {
  const event = recording.events.findLast((one) => one.code === 'x');
  return event && /^\d+$/.test(event.data) ? Number(event.data) : null;
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new RecordingError(number, 'is not JSON');
  }
}

function readHeader(value: unknown): Recording {
  if (!isRecord(value)) throw new RecordingError(1, 'the header is not an object');
  if (value['version'] !== 3) throw new RecordingError(1, 'is not asciicast version 3');
  const term = isRecord(value['term']) ? value['term'] : {};
  const { cols, rows } = term;
  if (!isSize(cols) || !isSize(rows)) throw new RecordingError(1, 'tells no size of the terminal');
  const facts = isRecord(value['capas']) ? value['capas'] : {};
  const timestamp = typeof value['timestamp'] === 'number' ? value['timestamp'] : 0;
  return {
    columns: cols,
    rows,
    date: new Date(Math.min(Math.max(timestamp, 0), LAST_SECOND) * 1000).toISOString(),
    step: readText(facts['step']),
    command: readText(value['command']),
    engine: readText(facts['engine']),
    images: readImages(facts['images']),
    standIn: facts['standIn'] === true,
    events: [],
  };
}

/** Bytes; a larger recording is left out rather than sent to a class. */
export const LARGEST_RECORDING = 8 * 1024 * 1024;

/** Seconds that a recording may take. */
const LONGEST = 24 * 60 * 60;

/** The last second that a date of JavaScript can tell. */
const LAST_SECOND = 8.64e12;

function readEvent(value: unknown, line: number): [number, string, string] {
  if (!Array.isArray(value) || value.length < 3)
    throw new RecordingError(line, 'is not [interval, code, data]');
  const [interval, code, data] = value as unknown[];
  if (typeof interval !== 'number' || interval < 0)
    throw new RecordingError(line, 'the interval is not a number of seconds');
  if (typeof code !== 'string' || typeof data !== 'string')
    throw new RecordingError(line, 'code and data are not texts');
  return [interval, code, data];
}

function isKept(code: string): code is RecordingEvent['code'] {
  return code === 'o' || code === 'm' || code === 'r' || code === 'x';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSize(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= 10_000;
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readImages(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
