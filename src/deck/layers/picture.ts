import { drawLayers, type LayerStack } from '../../diagram/layers.ts';
import { drawDiagram } from '../diagrams/draw.ts';
import { morph } from './morph.ts';

let drawn = 0;

/** A place where a stack is drawn over and over: the newest one wins, changes are animated. */
export class StackPicture {
  private readonly place: HTMLElement;
  private readonly lang: string;
  private waiting: LayerStack | null = null;
  private drawing = false;

  /** `place` may already hold the picture that stands until the first one is drawn. */
  constructor(place: HTMLElement, lang: string) {
    this.place = place;
    this.lang = lang;
  }

  /** Resolves when the stack, or a newer one, stands in the page. Rejects with Mermaid's words. */
  async draw(stack: LayerStack): Promise<void> {
    this.waiting = stack;
    if (this.drawing) return;
    this.drawing = true;
    try {
      while (this.waiting) {
        const next: LayerStack = this.waiting;
        this.waiting = null;
        this.show(await this.render(next));
      }
    } finally {
      this.drawing = false;
    }
  }

  /** Mermaid draws under an id that is not in the page yet; the picture's own style goes by it. */
  private async render(stack: LayerStack): Promise<SVGSVGElement> {
    const { mermaid, title, description } = drawLayers(stack, this.lang);
    const markup = await drawDiagram(`capas-live-${++drawn}`, mermaid, { title, description });
    const svg = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
    return document.importNode(svg, true) as Element as SVGSVGElement;
  }

  private show(next: SVGSVGElement): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const old = this.place.querySelector<SVGSVGElement>(':scope > svg');
    this.place.querySelector(':scope > .diagram__source')?.remove();
    if (old) morph(old, next, !calm);
    else this.place.prepend(next);
  }
}
