import { join } from 'node:path';
import { imageSize } from 'image-size';
import { decodeAddress } from '../compiler/address.ts';
import type { Surroundings } from '../compiler/model.ts';
import { readUserFile, readUserText } from '../system/user-file.ts';
import { resolveInside } from './resolve-inside.ts';

/** Bytes; a larger neighbour is not read. */
const LARGEST_INCLUDE = 1024 * 1024;
const LARGEST_PICTURE = 64 * 1024 * 1024;

/**
 * What the compiler may see of the files beside a page in `folder`: never outside `root`, the course's
 * folder. A path that begins with `/` counts from `root`, as on a Jekyll site.
 */
export function makeSurroundings(folder: string, root: string): Surroundings {
  const find = (path: string) => findNeighbour(folder, root, path);
  return {
    picture(path) {
      const file = find(path);
      return file ? measurePicture(file) : null;
    },
    read(path) {
      const file = find(path);
      return file ? readUserText(file, LARGEST_INCLUDE) : null;
    },
    exists: (path) => find(path) !== null || pageBehind(path).some((page) => find(page) !== null),
  };
}

function findNeighbour(folder: string, root: string, path: string): string | null {
  const plain = decodeAddress(path.replace(/[?#].*$/s, ''));
  const from = plain.startsWith('/') ? join(root, plain) : join(folder, plain);
  return resolveInside(root, from);
}

/** Sites link to what a page becomes: `redes.html` and `redes/` are `redes.md` on disk. */
function pageBehind(path: string): string[] {
  const plain = path.replace(/[?#].*$/s, '').replace(/(\.html?|\/)$/, '');
  return plain === '' ? [] : [`${plain}.md`, `${plain}.markdown`];
}

function measurePicture(file: string): { width: number; height: number } | null {
  try {
    const { width, height, orientation = 1 } = imageSize(readUserFile(file, LARGEST_PICTURE));
    return orientation > 4 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}
