import { existsSync, type FSWatcher, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

/** What each build leaves last: a digest of what it was made from. */
const STAMP = 'sources.sha256';

export interface BuildWatch {
  close(): void;
}

/**
 * Calls `onBuild` when a checkout was built from other sources than before, so that decks can take their new
 * runtime. An installed package has no sources: nothing is watched there.
 */
export function watchBuilds(root: string, onBuild: () => void): BuildWatch {
  const folder = join(root, 'dist');
  if (!existsSync(join(root, 'src')) || !existsSync(folder)) return { close() {} };
  let shown = readStamp(folder);
  const watcher = watchFolder(folder, () => {
    const built = readStamp(folder);
    if (built === '' || built === shown) return;
    shown = built;
    onBuild();
  });
  return { close: () => watcher?.close() };
}

/** Empty while a build runs, and where none was ever finished. */
function readStamp(folder: string): string {
  try {
    return readFileSync(join(folder, STAMP), 'utf8');
  } catch {
    return '';
  }
}

/** A system that has no more watches to give leaves the decks as they are. */
function watchFolder(folder: string, onEvent: () => void): FSWatcher | null {
  try {
    const watcher = watch(folder, { persistent: false }, onEvent);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
