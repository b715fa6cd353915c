import type { EngineView } from '../../diagram/live/engine-view.ts';
import type { DeckMessage, Description } from '../../protocol/messages.ts';
import type { Words } from '../words/words.ts';
import { Explorer } from './explorer.ts';
import { LiveFigure } from './live-figure.ts';

export interface LiveLayersOptions {
  lang: string;
  words: Words;
  /** Says whether it could be sent. */
  send(message: DeckMessage): boolean;
}

/**
 * The engine's layers in the deck: the `layers` blocks of the slide that is shown, and the explorer. The
 * helper looks at the engine only while one of them is there to be seen.
 */
export class LiveLayers {
  private readonly options: LiveLayersOptions;
  private readonly figures = new Map<Element, LiveFigure>();
  private shown: LiveFigure[] = [];
  private explorer: Explorer | null = null;
  private view: EngineView | null = null;
  private watching = false;

  constructor(options: LiveLayersOptions) {
    this.options = options;
  }

  /** Another slide stands before the class, or the same one with new content. */
  showSlide(slide: Element | null): void {
    const places = [...(slide?.querySelectorAll<HTMLElement>('.diagram[data-stack]') ?? [])];
    this.shown = places.map((place) => this.findFigure(place));
    this.update();
    if (this.view) this.drawFigures({ ...this.view, changes: [] });
  }

  /** Connected again: the helper has forgotten who watched. */
  reconnect(): void {
    this.watching = false;
    this.update();
  }

  receive(view: EngineView | null): void {
    this.view = view;
    this.drawFigures(view);
    this.explorer?.show(view);
  }

  describe(description: Description): void {
    this.explorer?.describe(description);
  }

  /** Opens the explorer, or closes it. */
  explore(): void {
    if (this.explorer) return this.explorer.close();
    const { lang, words, send } = this.options;
    this.explorer = new Explorer({
      lang,
      words,
      ask: (kind, name) => send({ type: 'describe', kind, name }),
      onClose: () => {
        this.explorer = null;
        this.update();
      },
    });
    this.update();
    // Without a helper no view will ever come.
    if (this.view || !this.watching) this.explorer.show(this.view);
  }

  private drawFigures(view: EngineView | null): void {
    for (const figure of this.shown) void figure.show(view);
  }

  private findFigure(place: HTMLElement): LiveFigure {
    const known = this.figures.get(place) ?? new LiveFigure(place, this.options.lang, this.options.words);
    this.figures.set(place, known);
    return known;
  }

  private update(): void {
    const on = this.shown.length > 0 || this.explorer !== null;
    if (on === this.watching) return;
    if (!this.options.send({ type: 'watch', on })) return;
    this.watching = on;
    if (!on) this.view = null;
  }
}
