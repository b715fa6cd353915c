import { compareStacks } from '../../diagram/live/compare.ts';
import type { EngineView } from '../../diagram/live/engine-view.ts';
import type { Engine, EngineEvent } from '../../engine/engine.ts';
import { type OnFault, safely } from '../../system/safely.ts';
import { type Look, type LookedAt, Looker, type Scope } from './view.ts';

export interface LayersFeedOptions {
  engine: LookedAt & Pick<Engine, 'events' | 'changes' | 'isAlive'>;
  scope: Scope;
  /** Each view that differs from the one before, the first at once; `null` when the engine can't be followed. */
  onView(view: EngineView | null): void;
  /** Hears of what goes wrong besides the engine. */
  onFault?: OnFault;
}

/** Milliseconds between looks at sizes, of which the engine tells nothing by itself. */
const POLL = 400;
/** A look is followed by a rest of so many times its own length: at most a tenth of the engine's time. */
const REST = 9;

/** Events after which a demo's picture may be another; all others (exec, health checks, …) are no reason to look. */
const TELLING: Record<string, ReadonlySet<string>> = {
  container: new Set(['create', 'start', 'die', 'destroy', 'rename', 'update']),
  image: new Set(['pull', 'tag', 'untag', 'delete', 'import', 'load']),
};

/**
 * Follows an engine's layers while somebody watches: its events at once, sizes by looking now and then.
 * Starts when it is made; {@link close} ends it.
 */
export class LayersFeed {
  private readonly options: LayersFeedOptions;
  private readonly looker: Looker;
  private readonly over = new AbortController();
  private last: Look | null = null;
  private view: EngineView | null = null;
  /** Paths that a container is known to have changed. */
  private readonly told = new Map<string, Set<string>>();
  private looking = false;
  private again = false;
  private timer: NodeJS.Timeout | null = null;
  private readonly lookSafely: () => void;

  constructor(options: LayersFeedOptions) {
    this.options = options;
    this.looker = new Looker(options.engine, options.scope);
    const onFault = options.onFault ?? (() => {});
    this.lookSafely = safely(onFault, () => this.look());
    safely(onFault, () => this.listen())();
    this.lookSafely();
  }

  /** The last view, for a deck that comes later; without what happened before it came. */
  get current(): EngineView | null {
    return this.view && { ...this.view, changes: [] };
  }

  close(): void {
    this.over.abort();
    if (this.timer) clearTimeout(this.timer);
  }

  private async listen(): Promise<void> {
    try {
      for await (const event of this.options.engine.events(this.over.signal)) {
        if (isTelling(event)) this.lookSafely();
      }
    } catch {
      this.lose();
    }
  }

  /** One look at a time; what happens meanwhile is seen by the next one. */
  private async look(): Promise<void> {
    this.again = this.looking;
    if (this.looking || this.over.signal.aborted) return;
    this.looking = true;
    if (this.timer) clearTimeout(this.timer);
    const begun = performance.now();
    try {
      await this.compare(await this.looker.look());
    } catch {
      // Something that went away while it was looked at is seen by the next look.
      if (!(await this.options.engine.isAlive().catch(() => false))) this.lose();
    }
    this.looking = false;
    if (this.over.signal.aborted) return;
    if (this.again) return this.lookSafely();
    const rest = Math.max(POLL, (performance.now() - begun) * REST);
    this.timer = setTimeout(this.lookSafely, rest);
  }

  private async compare(look: Look): Promise<void> {
    const before = this.last;
    this.last = look;
    const paths = await this.readPaths(before, look);
    const changes = before ? compareStacks(before.stack, look.stack, (name) => paths.get(name) ?? []) : [];
    if ((before && changes.length === 0) || this.over.signal.aborted) return;
    this.view = { at: new Date().toISOString(), stack: look.stack, changes };
    this.options.onView(this.view);
  }

  /** The files that each container whose size changed has written since it was last asked. */
  private async readPaths(before: Look | null, after: Look): Promise<Map<string, string[]>> {
    const sizes = new Map(before?.stack.containers.map(({ name, size }) => [name, size]));
    const changed = after.stack.containers.filter(({ name, size }) => sizes.get(name) !== size && size !== 0);
    const read = changed.map(
      async ({ name }) => [name, await this.readNewPaths(after.ids.get(name)!)] as const,
    );
    return new Map(await Promise.all(read));
  }

  private async readNewPaths(id: string): Promise<string[]> {
    const changes = await this.options.engine.changes(id).catch(() => []);
    const told = this.told.get(id) ?? new Set();
    const written = changes.filter(({ path, kind }) => kind !== 'changed' || !isFolder(path, changes));
    const fresh = written.map(({ path }) => path).filter((path) => !told.has(path));
    this.told.set(id, new Set(written.map(({ path }) => path)));
    return fresh;
  }

  private lose(): void {
    if (this.over.signal.aborted) return;
    this.close();
    this.view = null;
    this.options.onView(null);
  }
}

function isTelling({ type, action }: EngineEvent): boolean {
  return TELLING[type]?.has(action) ?? false;
}

/** Something else that changed lies below it. */
function isFolder(path: string, changes: readonly { path: string }[]): boolean {
  return changes.some((other) => other.path.startsWith(`${path}/`));
}
