import type { Readable } from 'node:stream';
import { EngineError } from './engine-error.ts';
import { readLines } from './read-lines.ts';

/** Something that happened on the engine: `docker events`. */
export interface EngineEvent {
  /** `container`, `image`, `volume`, `network`, … */
  type: string;
  /** `create`, `start`, `die`, `destroy`, `pull`, `delete`, … */
  action: string;
  /** Of what it happened to; for images their reference. */
  id: string;
  /** Name, image, exit code and the like, as the engine calls them. */
  attributes: Record<string, string>;
  /** Milliseconds since 1970. */
  at: number;
}

/** Reads the engine's stream of events, one JSON object after another, also when one is cut over two chunks. */
export async function* readEvents(stream: Readable, signal: AbortSignal): AsyncIterable<EngineEvent> {
  const stop = () => stream.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const line of readLines(stream)) {
      const event = parseEvent(line);
      if (event) yield event;
    }
  } catch (cause) {
    if (!signal.aborted) throw new EngineError('unreachable', 'the engine went away', { cause });
  } finally {
    signal.removeEventListener('abort', stop);
    stream.destroy();
  }
  if (!signal.aborted) throw new EngineError('unreachable', 'the engine went away');
}

interface RawEvent {
  Type?: string;
  Action?: string;
  Actor?: { ID?: string; Attributes?: Record<string, string> };
  timeNano?: number;
  time?: number;
}

function parseEvent(line: string): EngineEvent | null {
  if (line.trim() === '') return null;
  try {
    const raw = JSON.parse(line) as RawEvent;
    const at = raw.timeNano ? Math.floor(raw.timeNano / 1e6) : (raw.time ?? 0) * 1000;
    return {
      type: raw.Type ?? '',
      action: raw.Action ?? '',
      id: raw.Actor?.ID ?? '',
      attributes: raw.Actor?.Attributes ?? {},
      at,
    };
  } catch {
    return null;
  }
}
