import { basename, dirname, extname } from 'node:path';

/**
 * The places of pages in addresses: the file's name, or its folder's where it is an index; where two
 * would be the same, the folder's name goes before, then a number behind. Paths are absolute.
 */
export function makeSlugs(pages: string[]): string[] {
  const taken = new Set<string>();
  return pages.map((page) => {
    const short = toSlug(ownName(page));
    const long = `${toSlug(basename(dirname(page)))}-${short}`;
    const slug = [short, long, ...numbered(long, pages.length)].find((name) => !taken.has(name))!;
    taken.add(slug);
    return slug;
  });
}

function ownName(page: string): string {
  const name = basename(page, extname(page));
  return /^(index|readme)$/i.test(name) ? basename(dirname(page)) : name;
}

/** Letters and digits of any script stay, so that `imágenes` is read as such; nothing that addresses escape. */
function toSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain.replace(/^-+|-+$/g, '').toLowerCase() || 'lesson';
}

function numbered(name: string, most: number): string[] {
  return Array.from({ length: most }, (_, i) => `${name}-${i + 2}`);
}
