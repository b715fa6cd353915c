/**
 * Whether `dist/` was built from the sources that stand in the tree: each build leaves a digest of what it was
 * made from. Times alone would not tell: a checkout sets them anew.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join('dist', 'sources.sha256');

/** What the builds are made from, below the project's folder. */
export const SOURCES = ['src', 'assets', 'vite.config.ts', 'package.json', 'package-lock.json'];

/**
 * Runs a build. The stamp stands only where all of it went well, and tells the sources that it began with.
 * @param {() => Promise<void>} build
 */
export async function stampBuild(build, root = here) {
  rmSync(join(root, STAMP), { force: true });
  const digest = digestSources(root);
  await build();
  writeFileSync(join(root, STAMP), digest);
}

/** Whether the build is of these sources; false where there is none. */
export function isBuildCurrent(root = here) {
  return readStamp(root)?.digest === digestSources(root);
}

/** The same for a program that starts: contents are read only when something was touched since the build. */
export function looksStale(root = here) {
  const stamp = readStamp(root);
  if (stamp === null) return true;
  const touched = listSources(root).some(({ path }) => statSync(join(root, path)).mtimeMs > stamp.builtAt);
  return touched && stamp.digest !== digestSources(root);
}

/** @param {string} root */
function readStamp(root) {
  const path = join(root, STAMP);
  try {
    return { digest: readFileSync(path, 'utf8'), builtAt: statSync(path).mtimeMs };
  } catch {
    return null;
  }
}

/** Of all that goes into a build, by name and content. @param {string} root */
function digestSources(root) {
  const hash = createHash('sha256');
  for (const { path, isFolder } of listSources(root)) {
    if (isFolder) continue;
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Files and folders, in one order on every machine; tests go into no build. @param {string} root */
function listSources(root) {
  return SOURCES.flatMap((name) => walk(root, name)).sort((one, other) => (one.path < other.path ? -1 : 1));
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {{ path: string, isFolder: boolean }[]}
 */
function walk(root, path, isFolder = statSync(join(root, path)).isDirectory()) {
  if (!isFolder) return /\.(?:test|fixture)\.ts$/.test(path) ? [] : [{ path, isFolder }];
  const below = readdirSync(join(root, path), { withFileTypes: true });
  return [
    { path, isFolder },
    ...below.flatMap((entry) => walk(root, `${path}/${entry.name}`, entry.isDirectory())),
  ];
}
