import type { EngineEndpoint } from './endpoint.ts';
import type { EngineError } from './engine-error.ts';
import type { EngineEvent } from './events.ts';
import type { EngineLayer } from './layers.ts';
import type { PullProgress } from './pull.ts';

/**
 * A container engine: Docker, or Podman behind the same API. Calls reject with an {@link EngineError}, and
 * each has a deadline: none waits for ever.
 */
export interface Engine {
  /** As in `DOCKER_HOST`: what a shell has to be told to speak to the same engine. */
  readonly address: string;
  /** Where a proxy can reach it; `null` where it can't, as over `ssh://`. */
  readonly endpoint: EngineEndpoint | null;
  /** The same for this engine and no other, also after it was started again. */
  readonly id: string;
  /** `Docker` or `Podman`. */
  readonly name: string;
  readonly version: string;
  /** It is the test lab's: its images are stand-ins. */
  readonly standIn: boolean;

  /** Whether it answers now, within a second. Never rejects. */
  isAlive(): Promise<boolean>;
  images(): Promise<EngineImage[]>;
  /** All containers, also those that have ended. Sizes take the engine longer. */
  containers(options?: { size?: boolean }): Promise<EngineContainer[]>;
  /** Bytes in the writable layer of one container; `null` while it is being removed. */
  writableSize(container: string): Promise<number | null>;
  volumes(): Promise<EngineVolume[]>;
  networks(): Promise<EngineNetwork[]>;
  /** What `docker inspect` tells, as the engine gives it. */
  inspect(kind: 'image' | 'container', reference: string): Promise<Record<string, unknown>>;
  /** The layers of an image, lowest first. */
  layers(image: string): Promise<EngineLayer[]>;
  /** What a container changed in its writable layer: `docker diff`. */
  changes(container: string): Promise<EngineChange[]>;
  /** The digest that names an image for good, else its id; `null` when the image is not there. */
  digest(reference: string): Promise<string | null>;
  /** Pulls an image; rejects with `failed` or `unreachable` and the registry's words. */
  pull(reference: string, onProgress?: (progress: PullProgress) => void, signal?: AbortSignal): Promise<void>;
  /**
   * Removes, a container also when it runs; its volumes stay. Resolves with whether it was there: what is gone
   * already is no error.
   */
  remove(kind: 'container' | 'image' | 'volume' | 'network', reference: string): Promise<boolean>;
  /**
   * What happens from now on, until the signal; ends with an error when the engine goes away. `onOpen` is
   * called when nothing more can be missed.
   */
  events(signal: AbortSignal, onOpen?: () => void): AsyncIterable<EngineEvent>;
  /** Resolves with the reason when the engine has gone away, with `null` when the signal fires first. */
  waitUntilGone(signal: AbortSignal): Promise<string | null>;
}

export interface EngineImage {
  /** `sha256:…` */
  id: string;
  /** `ubuntu:latest`, …; empty for an image without a name. */
  tags: string[];
  /** `ubuntu@sha256:…`, … */
  digests: string[];
  /** Bytes. */
  size: number;
  /** ISO 8601. */
  created: string;
}

export interface EngineContainer {
  id: string;
  /** Without the slash. */
  name: string;
  /** As the user named it. */
  image: string;
  imageId: string;
  /** `running`, `exited`, `created`, … */
  state: string;
  /** As `docker ps` says it: `Exited (0) 2 seconds ago`. */
  status: string;
  command: string;
  created: string;
  /** Names of the volumes that it mounts, also of those that nobody named. */
  volumes: string[];
  /** Ids, and names where the engine tells no id, of the networks that it is attached to. */
  networks: string[];
  /** Bytes in its writable layer; `null` unless sizes were asked for. */
  writable: number | null;
  /** Bytes with the image's ("virtual"); `null` unless sizes were asked for. */
  total: number | null;
}

export interface EngineVolume {
  name: string;
  /**
   * As the engine writes it, and only to be compared: Docker before 23 tells when something was last put
   * into the volume's top folder.
   */
  created: string;
}

export interface EngineNetwork {
  id: string;
  name: string;
  /** ISO 8601; empty where the engine does not tell. */
  created: string;
}

export interface EngineChange {
  path: string;
  kind: 'changed' | 'added' | 'deleted';
}
