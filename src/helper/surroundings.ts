import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import type { Surroundings } from '../compiler/model.ts';
import { resolveInside } from './inside.ts';

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
      return file && isFile(file, LARGEST_INCLUDE) ? readFileSync(file, 'utf8') : null;
    },
    exists: (path) => find(path) !== null || pageBehind(path).some((page) => find(page) !== null),
  };
}

function findNeighbour(folder: string, root: string, path: string): string | null {
  const plain = decode(path.replace(/[?#].*$/s, ''));
  const from = plain.startsWith('/') ? join(root, plain) : join(folder, plain);
  return resolveInside(root, from);
}

/** Sites link to what a page becomes: `redes.html` and `redes/` are `redes.md` on disk. */
function pageBehind(path: string): string[] {
  const plain = path.replace(/[?#].*$/s, '').replace(/(\.html?|\/)$/, '');
  return plain === '' ? [] : [`${plain}.md`, `${plain}.markdown`];
}

function measurePicture(file: string): { width: number; height: number } | null {
  if (!isFile(file, LARGEST_PICTURE)) return null;
  try {
    const { width, height, orientation = 1 } = imageSize(readFileSync(file));
    return orientation > 4 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}

function isFile(file: string, largest: number): boolean {
  const info = statSync(file);
  return info.isFile() && info.size <= largest;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
