import type { Readable } from 'node:stream';
import { EngineError } from './engine-error.ts';
import { readLines } from './read-lines.ts';

/** How far a pull is, over all layers that are known so far. */
export interface PullProgress {
  /** What the engine said last, e.g. `Downloading`. */
  status: string;
  layers: number;
  /** Layers that are there, pulled or already. */
  done: number;
  /** Bytes downloaded and to download. */
  bytes: number;
  total: number;
}

/** Follows the engine's report of a pull to its end. @throws EngineError with the registry's words. */
export async function followPull(
  stream: Readable,
  onProgress: (progress: PullProgress) => void,
): Promise<void> {
  const layers = new Map<string, Layer>();
  for await (const line of readLines(stream)) handleLine(line, layers, onProgress);
}

interface Layer {
  done: boolean;
  bytes: number;
  total: number;
}

interface Report {
  status?: string;
  id?: string;
  error?: string;
  progressDetail?: { current?: number; total?: number };
}

function handleLine(
  line: string,
  layers: Map<string, Layer>,
  onProgress: (progress: PullProgress) => void,
): void {
  if (line.trim() === '') return;
  const report = JSON.parse(line) as Report;
  if (report.error) throw new EngineError('failed', report.error);
  const { status = '', id = '', progressDetail } = report;
  if (id !== '' && !status.startsWith('Pulling from')) {
    const layer = layers.get(id) ?? { done: false, bytes: 0, total: 0 };
    layer.done ||= status === 'Pull complete' || status === 'Already exists';
    if (status === 'Downloading') {
      layer.bytes = progressDetail?.current ?? layer.bytes;
      layer.total = progressDetail?.total ?? layer.total;
    } else if (status === 'Download complete' || layer.done) layer.bytes = layer.total;
    layers.set(id, layer);
  }
  onProgress(summarise(status, [...layers.values()]));
}

function summarise(status: string, layers: Layer[]): PullProgress {
  const sum = (value: (layer: Layer) => number) => layers.reduce((total, layer) => total + value(layer), 0);
  return {
    status,
    layers: layers.length,
    done: sum((layer) => Number(layer.done)),
    bytes: sum((layer) => layer.bytes),
    total: sum((layer) => layer.total),
  };
}
