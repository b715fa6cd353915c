import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { UsageError } from '../system/usage-error.ts';
import { readUserFile, readUserPieces } from '../system/user-file.ts';
import { isPlainPath, WritableFolder } from '../system/writable-folder.ts';

/** One file of a site: its text, or the file that it is a copy of. */
export type SiteFile = { text: string } | { copyOf: string };

/** What a site is made of, by address relative to its root: `imagenes/index.html`. */
export type SiteFiles = Map<string, SiteFile>;

/** Bytes of what we wrote about a site of any size. */
const LARGEST_MARKER = 16 * 1024 * 1024;

/**
 * Stands in a folder that Capas made and lists what it wrote there, with the SHA-256 of each file, so that nothing
 * else is ever touched: whoever made the folder may have made the list, but knows no file of the user's.
 */
const marker = '.capas-site.json';
const markerSchema = v.object({
  files: v.record(v.pipe(v.string(), v.check(isSitePath)), v.array(v.string())),
});

/** By path, the digests of what a build wrote or was about to write there. */
type Earlier = Map<string, string[]>;

/** Whether a site may have a file there: below its folder, and not in what git keeps of it. */
export function isSitePath(path: string): boolean {
  return isPlainPath(path) && !path.toLowerCase().split('/').includes('.git');
}

/**
 * Refuses a folder that holds anything which Capas did not put there itself, unless it made the folder.
 * Throws {@link UsageError}.
 */
export function checkSiteFolder(folder: string, name: string): void {
  readEarlier(folder, name);
}

/**
 * Writes a site. Files that Capas wrote earlier and that the site no longer has are removed; a file that
 * somebody else put into the folder, or has changed since, is left alone, and where the site would overwrite it, all
 * is refused before anything is written. Throws {@link UsageError} or `UnwritablePath`.
 */
export function writeSite(folder: string, name: string, files: SiteFiles): void {
  const earlier = readEarlier(folder, name);
  const site = new WritableFolder(folder);
  for (const path of files.keys()) refuseForeign(site, path, { earlier, name });
  const digests = new Map([...files].map(([path, file]) => [path, digestOf(file)]));
  // A build that is cut short here or below leaves old files and new ones, and both are known as ours.
  writeMarker(site, [...earlier].concat([...digests].map(([path, digest]) => [path, [digest]])));
  for (const path of earlier.keys()) if (!files.has(path) && isOwn(site, path, earlier)) site.remove(path);
  for (const [path, file] of files) {
    if ('text' in file) site.write(path, file.text);
    else site.copy(path, file.copyOf);
  }
  writeMarker(
    site,
    [...digests].map(([path, digest]) => [path, [digest]]),
  );
}

function refuseForeign(
  site: WritableFolder,
  path: string,
  { earlier, name }: { earlier: Earlier; name: string },
): void {
  site.check(path);
  if (site.find(path) === null || isOwn(site, path, earlier)) return;
  const whose = earlier.has(path) ? 'changed since capas build wrote it' : 'not made by capas build';
  throw new UsageError(`${name}/${path}: ${whose}, and would be overwritten. Move it.`);
}

/** Whether what is there is, to the byte, what a build wrote. */
function isOwn(site: WritableFolder, path: string, earlier: Earlier): boolean {
  const file = site.find(path);
  return file !== null && (earlier.get(path)?.includes(digestOf({ copyOf: file })) ?? false);
}

function digestOf(file: SiteFile): string {
  const digest = createHash('sha256');
  if ('text' in file) digest.update(file.text);
  else for (const piece of readUserPieces(file.copyOf)) digest.update(piece);
  return digest.digest('hex');
}

function writeMarker(site: WritableFolder, listed: [path: string, digests: string[]][]): void {
  const files: Earlier = new Map();
  for (const [path, digests] of listed) files.set(path, [...(files.get(path) ?? []), ...digests]);
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  site.write(marker, `${JSON.stringify({ files: Object.fromEntries(sorted) }, null, 1)}\n`);
}

/** What an earlier build wrote into the folder; nothing for a new or empty one. */
function readEarlier(folder: string, name: string): Earlier {
  const there = list(folder, name);
  if (there.length === 0) return new Map();
  if (there.includes(marker)) return new Map(Object.entries(readMarker(folder, name)));
  throw new UsageError(
    `${name}: this folder is not empty, and capas build did not make it. Name a new one with -o.`,
  );
}

function readMarker(folder: string, name: string): Record<string, string[]> {
  try {
    const text = readUserFile(new WritableFolder(folder).find(marker) ?? '', LARGEST_MARKER).toString();
    return v.parse(markerSchema, JSON.parse(text)).files;
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
