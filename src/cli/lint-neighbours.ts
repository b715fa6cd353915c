import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeAddress } from '../compiler/address.ts';
import type { Neighbours } from '../compiler/lint/subject.ts';
import { isInside, resolveInside } from '../course/resolve-inside.ts';
import { readUserText } from '../system/user-file.ts';

/** Bytes; a larger page is not looked into for anchors. */
const LARGEST = 4 * 1024 * 1024;

/**
 * What lint may know of the files around a page: inside the course's folder only. Sites write a page's address
 * in several ways: `redes.html`, `redes/` and `redes` are all `redes.md` on disk.
 */
export function makeNeighbours(page: string, root: string): Neighbours {
  const folder = dirname(page);
  const isSite = existsSync(join(root, '_config.yml'));
  const find = (path: string): string | null => {
    for (const name of namesOf(decodeAddress(path))) {
      const from = name.startsWith('/') ? join(root, name) : join(folder, name);
      const file = resolveInside(root, from);
      if (file !== null) return file;
    }
    return null;
  };
  return {
    find(path) {
      if (find(path) !== null) return 'there';
      // A site makes addresses of its own (`permalink`): only a file's name can be told to be missing.
      if (path.startsWith('/')) return isSite && /\.\w+$/.test(path) ? 'missing' : 'unknown';
      return isInside(root, join(folder, decodeAddress(path))) ? 'missing' : 'unknown';
    },
    readPage(path) {
      const file = find(path);
      if (file === null || !/\.(?:md|markdown)$/i.test(file)) return null;
      return readUserText(file, LARGEST);
    },
  };
}

/** The files that an address may stand for, pages first. */
function namesOf(path: string): string[] {
  const bare = path.replace(/(?:\.html?|\/)$/i, '');
  const pages = ['.md', '.markdown', '/index.md', '/README.md'].map((ending) => `${bare}${ending}`);
  return [...pages, path];
}
