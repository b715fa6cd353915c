import type { Engine } from '../../engine/engine.ts';

/**
 * Knows of a demo's volumes whether what has their name still is what the demo made: it counts how often the
 * engine tells that one was removed, and how often the demo itself asked for that. The time of creation
 * alone does not tell: it has seconds, and before Docker 23 it changes as a volume is filled.
 */
export class VolumeWatch {
  private readonly followed = new Set<string>();
  private readonly destroyed = new Map<string, number>();
  private readonly removed = new Map<string, number>();
  private over = new AbortController();
  private isOpen = false;

  /** Listens to another engine. Resolves when nothing more can be missed, or nothing can be heard. */
  start(engine: Pick<Engine, 'events'>): Promise<void> {
    this.stop();
    this.over = new AbortController();
    const { signal } = this.over;
    return new Promise((resolve) => {
      const onOpen = () => {
        this.isOpen = !signal.aborted;
        resolve();
      };
      const onEnd = () => {
        if (!signal.aborted) this.stop();
        resolve();
      };
      this.listen(engine, signal, onOpen).then(onEnd, onEnd);
    });
  }

  /** What happens from now on is not heard: nothing is certain any more. */
  stop(): void {
    this.over.abort();
    this.isOpen = false;
    for (const names of [this.followed, this.destroyed, this.removed]) names.clear();
  }

  /** The demo made it. */
  add(name: string): void {
    if (!this.isOpen) return;
    this.followed.add(name);
    // Others' removals until now are of an earlier one; of our own the engine may tell only later.
    this.removed.set(name, Math.max(this.removed.get(name) ?? 0, this.destroyed.get(name) ?? 0));
  }

  /** The demo asked for its removal. */
  drop(name: string): void {
    this.followed.delete(name);
    this.removed.set(name, (this.removed.get(name) ?? 0) + 1);
  }

  /** Names of those that are still the demo's. */
  get names(): ReadonlySet<string> {
    return this.followed;
  }

  /** Names of those that somebody else removed; each is told once. */
  takeLost(): string[] {
    const lost = [...this.followed].filter(
      (name) => (this.destroyed.get(name) ?? 0) > (this.removed.get(name) ?? 0),
    );
    for (const name of lost) this.followed.delete(name);
    return lost;
  }

  private async listen(
    engine: Pick<Engine, 'events'>,
    signal: AbortSignal,
    onOpen: () => void,
  ): Promise<void> {
    for await (const { type, action, id } of engine.events(signal, onOpen)) {
      if (type === 'volume' && action === 'destroy')
        this.destroyed.set(id, (this.destroyed.get(id) ?? 0) + 1);
    }
  }
}
