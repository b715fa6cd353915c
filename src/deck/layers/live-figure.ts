import { sameImage } from '../../diagram/image-names.ts';
import type { LayerStack } from '../../diagram/layers.ts';
import type { EngineView } from '../../diagram/live/engine-view.ts';
import { narrowStack } from '../../diagram/live/narrow.ts';
import { tellChange } from '../../diagram/live/tell.ts';
import { make } from '../dom.ts';
import type { Words } from '../words/words.ts';
import { StackPicture } from './picture.ts';

/** One `layers` block of a slide that follows the engine; the page's own picture stands in without one. */
export class LiveFigure {
  private readonly place: HTMLElement;
  private readonly block: LayerStack;
  private readonly lang: string;
  private readonly words: Words;
  private readonly own: Node[];
  private readonly news: HTMLElement;
  private readonly picture: StackPicture;
  private latest: EngineView | null = null;

  constructor(place: HTMLElement, lang: string, words: Words) {
    this.place = place;
    this.lang = lang;
    this.words = words;
    this.block = JSON.parse(place.dataset['stack'] ?? '{}') as LayerStack;
    const news = place.querySelector<HTMLElement>(':scope > .diagram__news');
    this.news = news ?? make('p', { class: 'diagram__news' });
    this.own = [...place.childNodes].filter((node) => node !== this.news).map((node) => node.cloneNode(true));
    this.picture = new StackPicture(place, lang);
    place.append(this.news);
  }

  /** Shows what the engine holds of this block; `null`, or an image that it lacks, brings the page's picture back. */
  async show(view: EngineView | null): Promise<void> {
    const stack = view && narrowStack(view.stack, this.block);
    this.latest = view;
    if (!view || !stack) return this.standIn();
    this.tell(view);
    this.place.dataset['live'] ??= '';
    try {
      await this.picture.draw(stack);
      if (this.latest === view) this.place.dataset['live'] = view.at;
    } catch {
      this.standIn();
    }
  }

  /** Only what happens to this block's images, and to the containers on them, is told. */
  private tell(view: EngineView): void {
    const lines = view.changes
      .filter(({ image }) => this.block.images.some(({ name }) => sameImage(name, image)))
      .map((change) => tellChange(change, this.lang));
    if (lines.length > 0) this.news.textContent = lines.join(' · ');
    else if (this.place.dataset['live'] === undefined) this.news.textContent = this.words.liveLayers;
  }

  private standIn(): void {
    if (this.place.dataset['live'] === undefined) return;
    delete this.place.dataset['live'];
    this.news.textContent = this.words.pageLayers;
    this.place.replaceChildren(...this.own.map((node) => node.cloneNode(true)), this.news);
  }
}
