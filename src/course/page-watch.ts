import { type Dirent, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';

export interface PageWatch {
  close(): void;
}

/** Milliseconds in which several events count as one edit: editors write, rename and touch. */
const QUIET = 25;
/** Milliseconds between looks at the page itself, for file systems that send no events. */
const LOOK = 1000;
/** Folders beside a page that are followed; a page at the root of a large project must not follow it all. */
const MOST_FOLDERS = 16;

/** Calls `onEdit` soon after a page, or a file beside it or one folder below, was written, moved or removed. */
export function watchPage(path: string, onEdit: () => void): PageWatch {
  let timer: NodeJS.Timeout | undefined;
  const edited = () => {
    clearTimeout(timer);
    timer = setTimeout(onEdit, QUIET);
  };
  const watchers = foldersOf(path).map((folder) => watchFolder(folder, edited));
  let last = fingerprint(path);
  const looks = setInterval(() => {
    const now = fingerprint(path);
    if (now !== last) edited();
    last = now;
  }, LOOK);
  looks.unref();
  return {
    close() {
      clearTimeout(timer);
      clearInterval(looks);
      for (const watcher of watchers) watcher?.close();
    },
  };
}

function watchFolder(folder: string, edited: () => void): FSWatcher | null {
  try {
    const watcher = watch(folder, edited);
    // The folder went away, or the system has no more watches to give: the looks go on.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}

function foldersOf(path: string): string[] {
  const folder = dirname(path);
  const below = list(folder)
    .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
    .map((entry) => join(folder, entry.name));
  return [folder, ...below.slice(0, MOST_FOLDERS)];
}

/** A folder may let its files be read and not be listed. */
function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function fingerprint(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return 'gone';
  }
}
