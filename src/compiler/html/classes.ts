import type { Attributes } from '../model.ts';
import type { Surface } from './context.ts';

/** The classes of authors that mean something to the theme; all others stay in the page's source. */
const KNOWN = new Set(['fragment', 'columns', 'moments', 'compare', 'large', 'small']);

/** Those of a block; fragments are for slides, where reveal.js counts them. */
export function authorClasses(
  block: { attributes: Attributes },
  { surface }: { surface: Surface },
): string[] {
  return block.attributes.classes.filter(
    (name) => KNOWN.has(name) && (name !== 'fragment' || surface === 'slide'),
  );
}
