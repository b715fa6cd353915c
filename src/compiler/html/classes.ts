import type { Attributes } from '../model.ts';
import type { Surface } from './context.ts';

/** The classes of authors that mean something to the theme; all others stay in the page's source. */
const KNOWN = new Set(['fragment', 'columns', 'moments', 'compare', 'large', 'small']);

/** Those of a block. */
export function authorClasses(
  block: { attributes: Attributes },
  { surface }: { surface: Surface },
): string[] {
  return knownClasses(block.attributes.classes, surface);
}

/** Fragments are for slides, where reveal.js counts them. */
export function knownClasses(names: readonly string[], surface: Surface): string[] {
  return names.filter((name) => KNOWN.has(name) && (name !== 'fragment' || surface === 'slide'));
}
