import type { RevealApi } from './start-reveal.ts';

/**
 * Keeps on the viewport what the theme needs to know of the current slide: its kind (the ground beyond a
 * 16:9 page has its colour), and where the page stands in the window (what lies over it has its scale).
 */
export function followSlide(reveal: RevealApi): void {
  const update = () => {
    showKind(reveal);
    showFrame(reveal);
  };
  reveal.on('slidechanged', update);
  reveal.on('resize', update);
  reveal.on('ready', update);
  update();
}

function showKind(reveal: RevealApi): void {
  const viewport = reveal.getViewportElement() as HTMLElement;
  viewport.dataset['kind'] = /slide--(\w+)/.exec(kindClasses(reveal.getCurrentSlide()))?.[1] ?? 'content';
}

const KINDS = ['title', 'agenda', 'section', 'content', 'exercise'];

function kindClasses(slide: Element | null | undefined): string {
  return [...(slide?.classList ?? [])]
    .filter((name) => KINDS.includes(name.replace('slide--', '')))
    .join(' ');
}

function showFrame(reveal: RevealApi): void {
  const scale = reveal.getScale();
  const style = document.documentElement.style;
  style.setProperty('--slide-scale', String(scale));
  style.setProperty('--page-width', `${1280 * scale}px`);
  style.setProperty('--page-height', `${720 * scale}px`);
}
