import { randomBytes } from 'node:crypto';
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { readUserPieces, UnreadableFile } from './user-file.ts';

/** A place where Capas would write or remove, and must not or can't. The message names it and what to do. */
export class UnwritablePath extends Error {
  override name = 'UnwritablePath';
}

/**
 * A folder that Capas writes in. What it holds may come from elsewhere, as with a cloned repository: no link below
 * it is followed, and nothing but a regular file is replaced or removed. The folder itself is the user's choice,
 * who may reach it by links.
 *
 * Paths are relative to it, their parts joined by `/`. What is refused throws {@link UnwritablePath}.
 */
export class WritableFolder {
  private readonly folder: string;

  /** @param folder absolute; made, with those above it, when something is written */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** Refuses a path that {@link write} would refuse, for what there is to do before. */
  check(path: string): void {
    this.reach(path, false);
  }

  /** Writes a file, whole or not at all, and the folders on the way to it. */
  write(path: string, content: string | Uint8Array): void {
    this.put(path, [typeof content === 'string' ? Buffer.from(content) : content]);
  }

  /** Writes a copy of a regular file of any size. */
  copy(path: string, source: string): void {
    this.put(path, readUserPieces(source));
  }

  /** Removes a regular file; nothing where there is none. */
  remove(path: string): void {
    const place = this.reach(path, false);
    tell(place, () => {
      if (kindOf(place) === 'file') unlinkSync(place);
    });
  }

  /** Where a regular file lies, reached by no link; `null` for anything else. */
  find(path: string): string | null {
    try {
      const place = this.reach(path, false);
      return kindOf(place) === 'file' ? place : null;
    } catch {
      return null;
    }
  }

  /** Names in a folder that is reached by no link; none for anything else. */
  list(path: string): string[] {
    try {
      return readdirSync(this.reachFolder(partsOf(path), false));
    } catch {
      return [];
    }
  }

  /** A name is given to the new file last: what had that name is not opened, and is whole until then. */
  private put(path: string, pieces: Iterable<Uint8Array>): void {
    const place = this.reach(path, true);
    tell(place, () => {
      const draft = join(dirname(place), `.capas-${randomBytes(8).toString('hex')}`);
      const descriptor = openSync(draft, 'wx');
      try {
        fill(descriptor, pieces);
        renameSync(draft, place);
      } catch (error) {
        rmSync(draft, { force: true });
        throw error;
      }
    });
  }

  private reach(path: string, isMade: boolean): string {
    const parts = partsOf(path);
    return tell(join(this.folder, path), () => {
      const place = join(this.reachFolder(parts.slice(0, -1), isMade), parts.at(-1)!);
      const kind = kindOf(place);
      if (kind !== 'missing' && kind !== 'file') throw refuse(place, kind, 'file');
      return place;
    });
  }

  private reachFolder(parts: string[], isMade: boolean): string {
    if (isMade) mkdirSync(this.folder, { recursive: true });
    let here = realPath(this.folder);
    for (const part of parts) {
      here = join(here, part);
      const kind = kindOf(here);
      if (kind === 'missing' && isMade) mkdirSync(here);
      else if (kind !== 'missing' && kind !== 'folder') throw refuse(here, kind, 'folder');
    }
    return here;
  }
}

/** Whether a path is of the kind that stays below a folder: no part of it leads up or is empty. */
export function isPlainPath(path: string): boolean {
  const isPlain = (part: string) =>
    part !== '' && part !== '.' && part !== '..' && !part.includes('\0') && !part.includes(sep);
  return path.split('/').every(isPlain) && !isAbsolute(path);
}

function partsOf(path: string): string[] {
  if (!isPlainPath(path)) throw new UnwritablePath(`${path}: leads out of its folder.`);
  return path.split('/');
}

function fill(descriptor: number, pieces: Iterable<Uint8Array>): void {
  try {
    for (const piece of pieces) {
      for (let done = 0; done < piece.length; ) done += writeSync(descriptor, piece, done);
    }
  } finally {
    closeSync(descriptor);
  }
}

type Kind = 'missing' | 'file' | 'folder' | 'link' | 'other';

function kindOf(path: string): Kind {
  const info = lstatSync(path, { throwIfNoEntry: false });
  if (info === undefined) return 'missing';
  if (info.isSymbolicLink()) return 'link';
  if (info.isFile()) return 'file';
  return info.isDirectory() ? 'folder' : 'other';
}

/** A folder that is not there yet holds no links. */
function realPath(folder: string): string {
  return kindOf(folder) === 'missing' ? folder : realpathSync(folder);
}

function refuse(path: string, kind: Kind, wanted: 'file' | 'folder'): UnwritablePath {
  const what =
    kind === 'link' ? `a link to ${readlinkSync(path)}, and Capas writes through none` : `not a ${wanted}`;
  return new UnwritablePath(`${shortName(path)}: ${what}. Remove it, or put a ${wanted} in its place.`);
}

/** What the system says is told with the path. */
function tell<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof UnwritablePath) throw error;
    if (error instanceof UnreadableFile) throw new UnwritablePath(`${shortName(path)}: ${error.message}.`);
    const code = (error as NodeJS.ErrnoException).code;
    throw new UnwritablePath(`${shortName(path)}: can't be written (${code}).`, { cause: error });
  }
}

/** As messages show it: relative to where the user stands, where it lies below. */
function shortName(path: string): string {
  const way = relative(process.cwd(), path);
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? path : way;
}
