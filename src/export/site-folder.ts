import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { UsageError } from '../helper/usage-error.ts';
import { readUserFile } from '../system/user-file.ts';

/** One file of a site: its text, or the file that it is a copy of. */
export type SiteFile = { text: string } | { copyOf: string };

/** What a site is made of, by address relative to its root: `imagenes/index.html`. */
export type SiteFiles = Map<string, SiteFile>;

/** Bytes of what we wrote about a site of any size. */
const LARGEST_MARKER = 16 * 1024 * 1024;

/** Stands in a folder that Capas made and lists what it wrote there, so that nothing else is ever touched. */
const marker = '.capas-site.json';
const markerSchema = v.object({
  files: v.array(
    v.pipe(
      v.string(),
      v.check((path) => !path.split('/').includes('..')),
    ),
  ),
});

/**
 * Refuses a folder that holds anything which Capas did not put there itself, unless it made the folder.
 * Throws {@link UsageError}.
 */
export function checkSiteFolder(folder: string, name: string): void {
  readEarlier(folder, name);
}

/**
 * Writes a site. Files that Capas wrote earlier and that the site no longer has are removed; a file that
 * somebody else put into the folder is left alone, and where the site would overwrite it, all is refused
 * before anything is written. Throws {@link UsageError}.
 */
export function writeSite(folder: string, name: string, files: SiteFiles): void {
  const earlier = readEarlier(folder, name);
  const foreign = [...files.keys()].find((path) => !earlier.has(path) && existsSync(join(folder, path)));
  if (foreign !== undefined) {
    throw new UsageError(
      `${join(name, foreign)}: not made by capas build, and would be overwritten. Move it.`,
    );
  }
  try {
    for (const path of earlier) if (!files.has(path)) rmSync(join(folder, path), { force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, marker), `${JSON.stringify({ files: [...files.keys()].sort() }, null, 1)}\n`);
    for (const [path, file] of files) writeOne(join(folder, path), file);
  } catch (error) {
    throw new UsageError(`${name}: can't be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function writeOne(path: string, file: SiteFile): void {
  mkdirSync(dirname(path), { recursive: true });
  if ('text' in file) writeFileSync(path, file.text);
  else copyFileSync(file.copyOf, path);
}

/** What an earlier build wrote into the folder; nothing for a new or empty one. */
function readEarlier(folder: string, name: string): Set<string> {
  const there = list(folder, name);
  if (there.length === 0) return new Set();
  if (there.includes(marker)) return new Set(readMarker(join(folder, marker), name));
  throw new UsageError(
    `${name}: this folder is not empty, and capas build did not make it. Name a new one with -o.`,
  );
}

function readMarker(path: string, name: string): string[] {
  try {
    return v.parse(markerSchema, JSON.parse(readUserFile(path, LARGEST_MARKER).toString())).files;
  } catch {
    throw new UsageError(
      `${name}: its ${marker} can't be read. Remove the folder, or name a new one with -o.`,
    );
  }
}

function list(folder: string, name: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return [];
    throw new UsageError(`${name}: not a folder that can be read (${code}). Name another one with -o.`);
  }
}
