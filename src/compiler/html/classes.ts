import type { Attributes } from '../model.ts';

/** The classes of authors that mean something to the theme; all others stay in the page's source. */
const KNOWN = new Set(['fragment', 'columns', 'moments', 'compare', 'large', 'small']);

export function authorClasses(block: { attributes: Attributes }): string[] {
  return block.attributes.classes.filter((name) => KNOWN.has(name));
}
