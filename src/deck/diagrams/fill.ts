import { make } from '../dom.ts';
import type { Words } from '../words/words.ts';

/** Draws the diagrams of a slide that were not drawn before class; Mermaid is loaded for the first one. */
export async function drawMissing(slide: ParentNode | null, words: Words): Promise<void> {
  const sources = slide?.querySelectorAll<HTMLElement>('.diagram[data-diagram] > .diagram__source') ?? [];
  await Promise.all([...sources].map((source) => draw(source, words)));
}

async function draw(source: HTMLElement, words: Words): Promise<void> {
  if (source.dataset['drawing'] !== undefined) return;
  source.dataset['drawing'] = '';
  try {
    const { drawDiagram } = await import('./draw.ts');
    const markup = await drawDiagram(`capas-drawn-${++drawn}`, source.textContent ?? '');
    const svg = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
    source.replaceWith(document.importNode(svg, true));
  } catch {
    source.before(make('p', { class: 'diagram__problem' }, words.noDiagram));
  }
}

let drawn = 0;
