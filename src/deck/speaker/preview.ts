import { make } from '../dom.ts';

/** A small picture of a slide: a copy of it that nothing can be pressed in. */
export class Preview {
  readonly element: HTMLElement;
  readonly #page = make('div', { class: 'preview__page' });

  constructor(name: string) {
    this.element = make('div', { class: `preview preview--${name}`, inert: true }, this.#page);
    new ResizeObserver(([entry]) => {
      if (entry) this.#page.style.setProperty('--preview-scale', String(entry.contentRect.width / 1280));
    }).observe(this.element);
  }

  show(slide: HTMLElement | null): void {
    this.element.dataset['kind'] =
      /slide--(title|section|exercise)/.exec(slide?.className ?? '')?.[1] ?? 'content';
    this.#page.replaceChildren(...(slide ? [copySlide(slide)] : []));
  }
}

function copySlide(slide: HTMLElement): HTMLElement {
  const copy = slide.cloneNode(true) as HTMLElement;
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
  for (const button of copy.querySelectorAll('capas-run'))
    button.replaceWith(make('span', { class: 'preview__run' }));
  return copy;
}
