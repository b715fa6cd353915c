import type { EngineView } from '../../diagram/live/engine-view.ts';
import type { Description } from '../../protocol/messages.ts';
import type { LiveLayers, LiveLayersOptions } from './live-layers.ts';

/** The engine's layers in the deck, loaded when they are first needed. */
export class LayersLoader {
  readonly #options: LiveLayersOptions;
  #layers: Promise<LiveLayers> | null = null;

  constructor(options: LiveLayersOptions) {
    this.#options = options;
  }

  /** Another slide stands before the class, or the same one with new content. */
  async showSlide(slide: Element | null): Promise<void> {
    if (this.#layers || slide?.querySelector('.diagram[data-stack]')) (await this.#load()).showSlide(slide);
  }

  /** Connected again: the helper has forgotten who watched. */
  async reconnect(): Promise<void> {
    (await this.#layers)?.reconnect();
  }

  async receive(view: EngineView | null): Promise<void> {
    (await this.#load()).receive(view);
  }

  async describe(description: Description): Promise<void> {
    (await this.#load()).describe(description);
  }

  /** Opens the explorer, or closes it. */
  async explore(): Promise<void> {
    (await this.#load()).explore();
  }

  #load(): Promise<LiveLayers> {
    this.#layers ??= import('./live-layers.ts').then(({ LiveLayers }) => new LiveLayers(this.#options));
    return this.#layers;
  }
}
