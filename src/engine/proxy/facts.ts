import type { Engine } from '../container-engine.ts';

/** Something on an engine, by what tells it from all others. */
export type Thing =
  | { kind: 'container'; id: string }
  | { kind: 'network'; id: string }
  /** A name may be given again: `created`, as the engine tells it, tells one such volume from the next. */
  | { kind: 'volume'; name: string; created: string }
  /** `reference` is the id for an image without a name. Not `sure`: it appeared meanwhile, and nothing tells whose it is. */
  | { kind: 'image'; reference: string; id: string; sure: boolean };

/** What is made by a call that answers once it is done. */
export type MadeKind = Exclude<Thing['kind'], 'image'>;

/** What a call did: a thing was made, or what had this name has it no longer. */
export type Fact = { what: 'made'; thing: Thing } | { what: 'gone'; kind: 'volume' | 'image'; name: string };

/** What reading a call needs of the engine. */
export type AskedEngine = Pick<Engine, 'images' | 'volumes' | 'containers' | 'inspect'>;

/** What is known of earlier calls to the engine. */
export interface Known {
  /** Whether this reference was given to this image by a call before. */
  owns(reference: string, id: string): boolean;
}

/** Reads the answer of one call. It was made before the call was passed on, when it could still ask what was there. */
export interface Observer {
  /** Takes each JSON value of an answer that is a stream; without it the answer is one value, for {@link end}. */
  take?(value: unknown): Fact[];
  /** Takes each piece of what comes through a connection that left HTTP. */
  overhear?(bytes: Buffer): void;
  /** The answer `isWhole`, or will not become so. Asked before the client sees its end. */
  end(answer: unknown, isWhole: boolean): Fact[] | Promise<Fact[]>;
}

/** A request, as far as it tells what it is for. */
export interface Call {
  method: string;
  /** Without query, API version and Podman's prefix; decoded. */
  path: string;
  query: URLSearchParams;
}

export type Observe = (call: Call, engine: AskedEngine, known: Known) => Promise<Observer>;

/** What can't be asked any more does not count as made by the demo. */
export async function conclude(
  observer: Observer,
  answer: unknown,
  isWhole: boolean,
): Promise<readonly Fact[]> {
  try {
    return await observer.end(answer, isWhole);
  } catch {
    return [];
  }
}

/** A text field of an answer; empty where there is none. */
export function readText(value: unknown, ...names: string[]): string {
  if (typeof value !== 'object' || value === null) return '';
  const found = names.map((name) => (value as Record<string, unknown>)[name]);
  return found.find((one): one is string => typeof one === 'string') ?? '';
}

/** A list of an answer; empty where there is none. */
export function readList(value: unknown, name: string): unknown[] {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null;
  return Array.isArray(found) ? found : [];
}
