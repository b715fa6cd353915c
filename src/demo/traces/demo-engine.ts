import type { Engine, Fact } from '../../engine/engine.ts';
import { EngineProxy } from '../../engine/proxy/engine-proxy.ts';
import { pointAtEngine } from '../session/environment.ts';
import type { Removal } from './reset.ts';
import type { Plan, PlannedThing } from './reset-plan.ts';
import type { Traces } from './traces.ts';
import { VolumeWatch } from './volume-watch.ts';

/**
 * The engine as a demo's shells see it: through a socket of their own, so that what they make is known and
 * written down as it happens. An engine that can't be reached so (over `ssh://`) they speak to directly,
 * and nothing counts as made by the demo.
 */
export class DemoEngine {
  private readonly traces: Traces;
  private readonly volumes = new VolumeWatch();
  private engine: Engine | null = null;
  private proxy: EngineProxy | null = null;
  private watching: Promise<void> = Promise.resolve();

  constructor(traces: Traces) {
    this.traces = traces;
  }

  /** The engine that the shells are to reach, also those that are open; `null` while none answers. */
  setEngine(engine: Engine | null): void {
    if (engine === this.engine) return;
    this.engine = engine;
    this.volumes.stop();
    if (this.proxy) this.watch();
  }

  /** The environment of a shell whose commands shall reach the engine. */
  environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const { engine } = this;
    if (engine && !canStandBefore(engine)) return pointAtEngine(env, engine.address, engine.name);
    this.proxy ??= this.openProxy();
    return pointAtEngine(env, this.proxy.host, engine?.name ?? '');
  }

  /** What the demo left. Rejects with an EngineError when the engine does not answer. */
  async plan(engine: Engine): Promise<Plan> {
    await this.noteVolumes();
    return this.traces.plan(engine, this.volumes.names);
  }

  async remove(engine: Engine, things: readonly PlannedThing[]): Promise<Removal> {
    const removal = await this.traces.remove(engine, things, () => this.plan(engine));
    for (const { kind, reference } of removal.removed) if (kind === 'volumes') this.volumes.drop(reference);
    return removal;
  }

  /** Resolves when all that the shells have asked for so far is written down. */
  async settle(): Promise<void> {
    await this.proxy?.settle();
    await this.noteVolumes();
  }

  async close(): Promise<void> {
    await this.proxy?.close();
    await this.noteVolumes();
    this.volumes.stop();
    this.traces.end();
    this.proxy = null;
  }

  /** Notes which volumes others removed, and how ours look now, so that they are known again on another day. */
  async noteVolumes(): Promise<void> {
    const { engine, traces, volumes } = this;
    if (!engine || volumes.names.size === 0) return;
    const present = await engine.volumes().catch(() => []);
    const lost = volumes.takeLost().map((name): Fact => ({ what: 'gone', kind: 'volume', name }));
    const known = traces.owned(engine).volumes;
    const changed = present
      .filter(({ name, created }) => volumes.names.has(name) && created !== '' && known.get(name) !== created)
      .map(({ name, created }): Fact => ({ what: 'made', thing: { kind: 'volume', name, created } }));
    traces.record(engine, [...lost, ...changed]);
  }

  private openProxy(): EngineProxy {
    this.watch();
    return new EngineProxy({
      engine: () => this.engine,
      ready: () => this.watching,
      keep: (facts, engine) => this.keep(facts, engine),
      ask: (kinds, engine) => this.traces.ask(engine, kinds),
      known: (engine) => ({ owns: (reference, id) => this.owns(engine, reference, id) }),
    });
  }

  private watch(): void {
    if (this.engine) this.watching = this.volumes.start(this.engine);
  }

  private keep(facts: readonly Fact[], engine: Engine): void {
    this.traces.record(engine, facts);
    for (const fact of facts) {
      if (fact.what === 'made' && fact.thing.kind === 'volume') this.volumes.add(fact.thing.name);
      if (fact.what === 'gone' && fact.kind === 'volume') this.volumes.drop(fact.name);
    }
  }

  private owns(engine: Engine, reference: string, id: string): boolean {
    const { images } = this.traces.owned(engine);
    return images.some((one) => one.sure && one.reference === reference && one.id === id);
  }
}

/** Windows' clients know no sockets of a folder. */
function canStandBefore(engine: Engine): boolean {
  return engine.endpoint !== null && process.platform !== 'win32';
}
