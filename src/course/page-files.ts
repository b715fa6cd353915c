import { posix } from 'node:path';
import type { RecordingInfo } from '../protocol/deck-data.ts';

export interface PagesOfLesson {
  slug: string;
  /** The HTML of its deck and its handout. */
  html: string[];
  recordings: Record<string, RecordingInfo>;
}

/**
 * The files that a lesson refers to: what its pages show or link to, and the recordings of its steps. By address
 * from the course's root, decoded: `imagenes/img/a.png`, `_files/assets/b.png`. Whatever else lies beside a page
 * is nobody's business.
 */
export function findPageFiles({ slug, html, recordings }: PagesOfLesson): Set<string> {
  const shown = html.flatMap(addressesIn).map(decode);
  const replayed = Object.values(recordings).map(({ href }) => href);
  const own = [...shown, ...replayed].map((address) => posix.join(slug, address));
  return new Set(own.filter((address) => address.startsWith(`${slug}/`) || address.startsWith('_files/')));
}

/** Addresses of the course that stand in a page's HTML, as written by our own renderer. */
function addressesIn(html: string): string[] {
  const found = html.matchAll(/<(?:img|a|section)\b[^>]*?\s(?:src|href|data-background-image)="([^"#?]+)/g);
  return [...found]
    .map(([, address]) => address!.replaceAll('&amp;', '&').replaceAll('&#39;', "'"))
    .filter((address) => !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address));
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
