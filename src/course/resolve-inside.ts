import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The real path of `path` when it leads to something inside the folder `root`, or `null`: it is missing,
 * outside, or a symbolic link that leads out. `root` itself counts as inside.
 */
export function resolveInside(root: string, ...path: string[]): string | null {
  if (path.some((part) => part.includes('\0'))) return null;
  const real = realPath(resolve(root, ...path));
  const realRoot = realPath(root);
  return real !== null && realRoot !== null && isInside(realRoot, real) ? real : null;
}

/** Whether `path` is `root` or lies under it; both absolute, links already resolved. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Whether a folder is the user's home, or holds it. */
export function isAroundHome(folder: string, home = homedir()): boolean {
  const real = realPath(home);
  return real !== null && isInside(folder, real);
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
