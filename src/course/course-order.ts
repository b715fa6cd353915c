import { basename, dirname, extname, relative, sep } from 'node:path';

/** A page, and the `nav_order` that its front matter gives it. */
export interface OrderedPage {
  /** Absolute. */
  path: string;
  navOrder: number | null;
}

/**
 * Pages in the order in which a course is taught: by `nav_order`, then by name. A folder stands together, in
 * the place that its index page has, or else the first of its pages; an index opens its folder.
 *
 * @param root the course's folder
 */
export function orderPages<T extends OrderedPage>(pages: readonly T[], root: string): T[] {
  const folders = new Map<string, number>();
  for (const { path, navOrder } of pages) {
    for (
      let folder = dirname(path);
      folder !== root && folder.startsWith(root + sep);
      folder = dirname(folder)
    ) {
      folders.set(
        folder,
        Math.min(folders.get(folder) ?? Number.POSITIVE_INFINITY, navOrder ?? Number.POSITIVE_INFINITY),
      );
    }
  }
  for (const { path, navOrder } of pages) {
    if (isIndex(path) && dirname(path) !== root && navOrder !== null) folders.set(dirname(path), navOrder);
  }
  return pages
    .map((page) => ({ page, key: keyOf(page, root, folders) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ page }) => page);
}

/** One part a level of folders, the page itself last. */
type Key = { order: number; name: string }[];

function keyOf({ path, navOrder }: OrderedPage, root: string, folders: ReadonlyMap<string, number>): Key {
  const names = relative(root, dirname(path)).split(sep).filter(Boolean);
  const levels = names.map((name, at) => {
    const folder = [root, ...names.slice(0, at + 1)].join(sep);
    return { order: folders.get(folder) ?? Number.POSITIVE_INFINITY, name };
  });
  const opens = isIndex(path) && (names.length > 0 || navOrder === null);
  const order = opens ? Number.NEGATIVE_INFINITY : (navOrder ?? Number.POSITIVE_INFINITY);
  return [...levels, { order, name: withoutExtension(basename(path)) }];
}

function compareKeys(a: Key, b: Key): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const one = a[at]!;
    const other = b[at]!;
    if (one.order !== other.order) return one.order < other.order ? -1 : 1;
    const byName = one.name.localeCompare(other.name, 'en', { numeric: true });
    if (byName !== 0) return byName;
  }
  return a.length - b.length;
}

function isIndex(path: string): boolean {
  return /^(?:index|readme)$/i.test(withoutExtension(basename(path)));
}

function withoutExtension(path: string): string {
  return path.slice(0, path.length - extname(path).length);
}
