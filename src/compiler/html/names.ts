import { knownClasses } from './classes.ts';
import type { Surface } from './context.ts';

/**
 * The ids of our own pages: those of the interface and of what it draws (Mermaid puts a letter before them),
 * of slides and of diagrams.
 */
const OURS = /^(?:[di]?capas-|[sd]-[\da-f]{8})/;

/** An id of the author's as it stands in our pages, where it is none of ours; links to it lead to the same. */
export function authorId(id: string): string {
  return OURS.test(id) ? `_${id}` : id;
}

/**
 * The value of an attribute of the author's HTML as it stands in our pages, or `null` when nothing is left of it:
 * an author's element is called nothing that style sheets, reveal.js or the runtime call one of ours.
 */
export function authorValue(attribute: string, value: string, surface: Surface): string | null {
  if (attribute === 'class') return knownClasses(value.split(/\s+/), surface).join(' ') || null;
  return attribute === 'id' || attribute === 'name' ? authorId(value) : value;
}
