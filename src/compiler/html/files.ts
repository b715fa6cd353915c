import { decodeAddress } from '../address.ts';
import type { RenderOptions } from './options.ts';

/**
 * Whether an address leads to another machine, as browsers read it (WHATWG URL, "basic URL parser": blanks and
 * line ends are skipped, `\` is `/`, slashes after `https:` may be missing). Pages of Capas never load from there.
 */
export function isRemote(address: string): boolean {
  const read = address.replace(/[\t\n\r]/g, '').replace(/^[\0-\x20]+/, '');
  return /^(?:(?:https?|ftp):|[\\/]{2})/i.test(read);
}

/**
 * The address in a lesson's HTML of a file that its page names. What lies beside or below the page stands
 * beside the deck; what lies elsewhere in the course (`../img/a.png`, or `/assets/a.png`, which counts from the
 * course's folder as on a Jekyll site) stands where {@link RenderOptions.place} says. What leads out of the
 * course, and addresses of other kinds (`mailto:`), stay as written.
 */
export function resolveFile(address: string, { place }: Pick<RenderOptions, 'place'>): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(address)) return address;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address)!;
  const own = place?.folder.split('/').filter(Boolean) ?? [];
  const way = walk(path.startsWith('/') ? [] : own, path.split('/'));
  if (way === null || (place === undefined && path.startsWith('/'))) return address;
  const isBelow = own.every((name, at) => way[at] === name);
  const shown = isBelow ? way.slice(own.length) : way;
  return (isBelow ? '' : place!.files) + shown.map(encodeURIComponent).join('/') + rest;
}

/** The names from the course's folder to a file, or `null` when the way leads out of the course. */
function walk(from: readonly string[], path: readonly string[]): string[] | null {
  const way = [...from];
  for (const name of path.map(decodeAddress)) {
    if (name === '' || name === '.') continue;
    if (name !== '..') way.push(name);
    else if (way.pop() === undefined) return null;
  }
  return way;
}
