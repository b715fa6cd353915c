import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type Dockerode from 'dockerode';
import type { EngineAddress } from './addresses.ts';
import { makeClient } from './client.ts';
import type {
  Engine,
  EngineChange,
  EngineContainer,
  EngineImage,
  EngineNetwork,
  EngineVolume,
} from './container-engine.ts';
import { type EngineEndpoint, readEndpoint } from './endpoint.ts';
import { EngineError, normalizeEngineError, withDeadline } from './engine-error.ts';
import { type EngineEvent, readEvents } from './events.ts';
import { type EngineLayer, matchLayers } from './layers.ts';
import { followPull, type PullProgress } from './pull.ts';

/** Deadlines in milliseconds. Sizes are measured on the disk; a removal may have to stop a container first. */
const HELLO = 3_000;
const QUICK = 5_000;
const SLOW = 30_000;
const HEARTBEAT = 500;

/** The engine behind Docker's API (https://docs.docker.com/reference/api/engine/), spoken by dockerode. */
export class DockerEngine implements Engine {
  readonly address: string;
  readonly endpoint: EngineEndpoint | null;
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly standIn: boolean;
  private readonly client: Dockerode;

  private constructor(
    client: Dockerode,
    address: EngineAddress,
    about: { id: string; name: string; version: string; standIn: boolean },
  ) {
    this.client = client;
    this.address = address.host;
    this.endpoint = readEndpoint(address);
    this.id = about.id;
    this.name = about.name;
    this.version = about.version;
    this.standIn = about.standIn;
  }

  /** @throws EngineError when nobody answers there in time. */
  static async connect(address: EngineAddress, env: NodeJS.ProcessEnv): Promise<DockerEngine> {
    const client = await makeClient(address, env);
    const [version, info] = await withDeadline(Promise.all([client.version(), client.info()]), HELLO);
    const parts = (version as { Components?: { Name: string }[] }).Components ?? [];
    const podman = parts.some((part) => /podman/i.test(part.Name));
    const { Labels, ID } = info as { Labels?: string[] | null; ID?: string };
    const labels = Labels ?? [];
    const about = {
      // Podman invents another id each time that it is asked.
      id: podman || !ID ? address.host : ID,
      name: podman ? 'Podman' : 'Docker',
      version: version.Version,
      standIn: labels.includes('capas.lab=1'),
    };
    return new DockerEngine(client, address, about);
  }

  async isAlive(): Promise<boolean> {
    return withDeadline(this.client.ping(), 1_000).then(
      () => true,
      () => false,
    );
  }

  async images(): Promise<EngineImage[]> {
    const images = await withDeadline(this.client.listImages(), QUICK);
    return images.map((image) => ({
      id: image.Id,
      tags: (image.RepoTags ?? []).filter((tag) => tag !== '<none>:<none>'),
      digests: (image.RepoDigests ?? []).filter((digest) => !digest.startsWith('<none>')),
      size: image.Size,
      created: isoDate(image.Created),
    }));
  }

  async containers({ size = false }: { size?: boolean } = {}): Promise<EngineContainer[]> {
    const list = await withDeadline(
      this.client.listContainers({ all: true, size } as object),
      size ? SLOW : QUICK,
    );
    return list.map((one) => {
      const sizes = one as typeof one & { SizeRw?: number; SizeRootFs?: number };
      return {
        id: one.Id,
        name: (one.Names[0] ?? '').replace(/^\//, ''),
        image: one.Image,
        imageId: one.ImageID,
        state: one.State,
        status: one.Status,
        command: one.Command,
        created: isoDate(one.Created),
        volumes: (one.Mounts ?? []).flatMap(({ Type, Name }) =>
          Type === 'volume' && Name !== undefined ? [Name] : [],
        ),
        networks: Object.entries(one.NetworkSettings?.Networks ?? {}).map(
          ([name, { NetworkID }]) => NetworkID || name,
        ),
        // The engine leaves an empty layer's size out.
        writable: size ? (sizes.SizeRw ?? 0) : null,
        total: size ? (sizes.SizeRootFs ?? 0) : null,
      };
    });
  }

  async writableSize(container: string): Promise<number | null> {
    const facts = this.client.getContainer(container).inspect({ size: true } as object);
    const { SizeRw } = (await withDeadline(facts, SLOW)) as { SizeRw?: number };
    return SizeRw === undefined || SizeRw < 0 ? null : SizeRw;
  }

  async volumes(): Promise<EngineVolume[]> {
    const { Volumes } = await withDeadline(this.client.listVolumes(), QUICK);
    return ((Volumes ?? []) as { Name: string; CreatedAt?: string }[]).map(({ Name, CreatedAt }) => ({
      name: Name,
      created: CreatedAt ?? '',
    }));
  }

  async networks(): Promise<EngineNetwork[]> {
    const networks = await withDeadline(this.client.listNetworks(), QUICK);
    return networks.map(({ Id, Name, Created }) => ({
      id: Id,
      name: Name,
      created: (Created as string | undefined) ?? '',
    }));
  }

  async inspect(kind: 'image' | 'container', reference: string): Promise<Record<string, unknown>> {
    const facts: Promise<unknown> =
      kind === 'image'
        ? this.client.getImage(reference).inspect()
        : this.client.getContainer(reference).inspect();
    return (await withDeadline(facts, QUICK)) as Record<string, unknown>;
  }

  async layers(image: string): Promise<EngineLayer[]> {
    const handle = this.client.getImage(image);
    const [facts, history] = await withDeadline(Promise.all([handle.inspect(), handle.history()]), QUICK);
    const entries = history as { CreatedBy: string; Size: number }[];
    return matchLayers(
      facts.RootFS.Layers ?? [],
      entries.map((entry) => ({ createdBy: entry.CreatedBy, size: entry.Size })),
    );
  }

  async changes(container: string): Promise<EngineChange[]> {
    const kinds = ['changed', 'added', 'deleted'] as const;
    const changes = await withDeadline(this.client.getContainer(container).changes(), QUICK);
    // `null` for none comes through the client as bytes.
    const list = Array.isArray(changes) ? (changes as { Path: string; Kind: number }[]) : [];
    return list.map((change) => ({ path: change.Path, kind: kinds[change.Kind] ?? 'changed' }));
  }

  async digest(reference: string): Promise<string | null> {
    try {
      const { RepoDigests, Id } = await withDeadline(this.client.getImage(reference).inspect(), QUICK);
      return RepoDigests?.[0]?.split('@')[1] ?? Id;
    } catch (error) {
      if (normalizeEngineError(error).code === 'not-found') return null;
      throw error;
    }
  }

  async pull(
    reference: string,
    onProgress: (progress: PullProgress) => void = () => {},
    signal?: AbortSignal,
  ): Promise<void> {
    // Without a tag the API would pull all of them.
    const named = /[:@][^/]*$/.test(reference) ? reference : `${reference}:latest`;
    try {
      const stream = (await this.client.pull(named, { abortSignal: signal })) as Readable;
      const stop = () => stream.destroy(new EngineError('aborted', `stopped pulling ${reference}`));
      signal?.addEventListener('abort', stop, { once: true });
      await followPull(stream, onProgress).finally(() => signal?.removeEventListener('abort', stop));
    } catch (error) {
      throw normalizeEngineError(error);
    }
  }

  async remove(kind: 'container' | 'image' | 'volume' | 'network', reference: string): Promise<boolean> {
    try {
      await withDeadline(this.requestRemoval(kind, reference), SLOW);
      return true;
    } catch (error) {
      if (normalizeEngineError(error).code !== 'not-found') throw error;
      return false;
    }
  }

  async *events(signal: AbortSignal, onOpen: () => void = () => {}): AsyncIterable<EngineEvent> {
    const stream = await withDeadline(this.client.getEvents({ abortSignal: signal }), QUICK);
    onOpen();
    yield* readEvents(stream as Readable, signal);
  }

  /** The stream of events ends at once when the engine does; a heartbeat notices one that hangs or is cut off. */
  async waitUntilGone(signal: AbortSignal): Promise<string | null> {
    const over = new AbortController();
    const both = AbortSignal.any([signal, over.signal]);
    try {
      await Promise.race([this.drainEvents(both), this.heartbeat(both)]);
      return null;
    } catch (error) {
      return signal.aborted ? null : normalizeEngineError(error).message;
    } finally {
      over.abort();
    }
  }

  private requestRemoval(
    kind: 'container' | 'image' | 'volume' | 'network',
    reference: string,
  ): Promise<unknown> {
    switch (kind) {
      case 'container':
        return this.client.getContainer(reference).remove({ force: true });
      case 'image':
        return this.client.getImage(reference).remove();
      case 'volume':
        return this.client.getVolume(reference).remove();
      case 'network':
        return this.client.getNetwork(reference).remove();
    }
  }

  private async drainEvents(signal: AbortSignal): Promise<void> {
    for await (const _ of this.events(signal));
  }

  private async heartbeat(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await delay(HEARTBEAT, undefined, { signal }).catch(() => {});
      if (!signal.aborted && !(await this.isAlive()) && !signal.aborted)
        throw new EngineError('unreachable', 'the engine does not answer');
    }
  }
}

function isoDate(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
