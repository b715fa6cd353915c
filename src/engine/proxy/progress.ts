import { readList, readText } from './facts.ts';

/** What one line of a stream tells that builds, pulls, imports or loads an image. */
export interface Progress {
  /** Names that images have now. */
  references: string[];
  /** Ids of images; Podman's and the classic builder's may be beginnings only. */
  ids: string[];
  /** Beginnings of ids that the classic builder passes through: its base, and what each step made. */
  layers: string[];
  /** Containers of the classic builder's. */
  containers: string[];
  /** It failed, or there was nothing to do: it made nothing of what it was asked for. */
  isWithout: boolean;
}

export function readProgress(value: unknown): Progress {
  const status = readText(value, 'status');
  const stream = readText(value, 'stream').trim();
  return {
    references: [
      ...find(status, /^Status: Downloaded newer image for (\S+)$/),
      ...find(stream, /^Loaded image: (\S+)$/),
      ...readList(value, 'Names').filter((one) => typeof one === 'string'),
    ],
    ids: [
      ...find(readText(readObject(value, 'aux'), 'ID'), /^(.+)$/),
      ...find(status, /^(sha256:[0-9a-f]{64})$/),
      ...find(stream, /^(?:Loaded image ID: )?((?:sha256:)?[0-9a-f]{64})$/),
      ...find(stream, /^Successfully built ([0-9a-f]{12})$/),
    ],
    layers: find(stream, /^---> ([0-9a-f]{12})$/),
    containers: find(stream, /^---> Running in ([0-9a-f]{12,64})$/),
    isWithout: isFailure(value) || status.startsWith('Status: Image is up to date for'),
  };
}

function find(text: string, pattern: RegExp): string[] {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? [] : [found];
}

/** `error` alone is of old engines, and new ones leave it out. */
function isFailure(value: unknown): boolean {
  return readText(value, 'error') !== '' || readObject(value, 'errorDetail') !== null;
}

function readObject(value: unknown, name: string): object | null {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null;
  return typeof found === 'object' ? found : null;
}
