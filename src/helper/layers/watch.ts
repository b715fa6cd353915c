import type { Engine } from '../../engine/engine.ts';
import type { DeckMessage, HelperMessage } from '../../protocol/messages.ts';
import type { OnFault } from '../../system/safely.ts';
import { describe } from './describe.ts';
import { LayersFeed } from './feed.ts';
import type { Scope } from './view.ts';

/** A deck that may watch. */
export interface LayersViewer {
  send(message: HelperMessage): void;
}

/** A lesson's live layers: the engine is looked at while at least one deck watches, once for all of them. */
export class LayersWatch {
  private readonly scope: () => Scope;
  private readonly onFault: OnFault;
  private readonly viewers = new Set<LayersViewer>();
  private engine: Engine | null = null;
  private feed: LayersFeed | null = null;

  /** `scope` is asked each time that the engine begins to be watched. */
  constructor(scope: () => Scope, onFault: OnFault) {
    this.scope = scope;
    this.onFault = onFault;
  }

  /** The engine came, went, or is another one. */
  setEngine(engine: Engine | null): void {
    if (engine === this.engine) return;
    this.engine = engine;
    this.feed?.close();
    this.feed = null;
    this.follow();
    if (!engine) this.tell({ type: 'layers', view: null });
  }

  /** A deck begins or ends to watch; one that begins gets what is known at once. */
  set(viewer: LayersViewer, on: boolean): void {
    if (!on) return this.remove(viewer);
    this.viewers.add(viewer);
    if (this.feed?.current) viewer.send({ type: 'layers', view: this.feed.current });
    else if (!this.engine) viewer.send({ type: 'layers', view: null });
    this.follow();
  }

  remove(viewer: LayersViewer): void {
    this.viewers.delete(viewer);
    if (this.viewers.size > 0) return;
    this.feed?.close();
    this.feed = null;
  }

  /** Answers a deck's question; what is not of the demo, or gone, gets no answer. */
  async describe(
    viewer: LayersViewer,
    { kind, name }: Extract<DeckMessage, { type: 'describe' }>,
  ): Promise<void> {
    const stack = this.feed?.current?.stack;
    const shown = kind === 'image' ? stack?.images : stack?.containers;
    if (!this.engine || !shown?.some((one) => one.name === name)) return;
    const description = await describe(this.engine, kind, name).catch(() => null);
    if (description) viewer.send({ type: 'description', description });
  }

  close(): void {
    this.viewers.clear();
    this.feed?.close();
    this.feed = null;
  }

  private follow(): void {
    if (!this.engine || this.feed || this.viewers.size === 0) return;
    this.feed = new LayersFeed({
      engine: this.engine,
      scope: this.scope(),
      onFault: this.onFault,
      onView: (view) => this.tell({ type: 'layers', view }),
    });
  }

  private tell(message: HelperMessage): void {
    for (const viewer of this.viewers) viewer.send(message);
  }
}
