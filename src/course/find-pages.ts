import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { UsageError } from '../system/usage-error.ts';

/** Where a course begins, and the pages of it that were asked for. All paths are absolute and real. */
export interface FoundPages {
  /** Nothing outside this folder is ever read or served. */
  root: string;
  pages: string[];
}

const MARKDOWN = new Set(['.md', '.markdown']);
/** Pages about a project, not of it; taken only where there is nothing else. */
const ABOUT = /^(readme|changelog|contributing|license|code_of_conduct|404)\./i;
/** Folders of a Jekyll site that hold no pages of their own; all others that begin with `_` are collections. */
const MACHINERY = /^_(?:site|layouts|includes|sass|data|plugins|drafts|assets|theme|capas)$/;
/** Folders below the one that was named in which lessons are looked for. */
const DEEPEST = 4;

/**
 * What a path names: a page, a lesson's folder or a course's folder.
 * Throws {@link UsageError} with the path and what to do.
 */
export function findPages(path: string, name: string): FoundPages {
  const info = lookAt(path, name);
  const real = realpathSync(path);
  if (info.isFile()) return { root: courseAbove(dirname(real)) ?? dirname(real), pages: [real] };
  if (!info.isDirectory())
    throw new UsageError(`${name}: neither a file nor a folder. Name a Markdown page.`);
  const root = courseAbove(real) ?? real;
  const pages = pagesUnder(real, { name, isSite: existsSync(join(root, '_config.yml')) }, 0);
  if (pages.length === 0) {
    throw new UsageError(
      `${name}: there is no lesson in this folder. Put a Markdown page (.md) in it, or name one.`,
    );
  }
  return { root, pages };
}

function lookAt(path: string, name: string) {
  try {
    return statSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new UsageError(`${name}: there is no such page or folder. Check the path.`);
    }
    throw new UsageError(`${name}: can't be read (${code}). Check its permissions.`);
  }
}

/** The nearest folder, this one or above it, that says it is a course; at most three above. */
function courseAbove(folder: string): string | null {
  const owner = statSync(folder).uid;
  let here = folder;
  for (let above = 0; above <= 3; above++) {
    if (['course.yml', '_config.yml'].some((file) => isOfOwner(join(here, file), owner))) return here;
    here = dirname(here);
  }
  return null;
}

/** What another user of the machine has put above the pages, into a folder where everybody may, says nothing of them. */
function isOfOwner(file: string, owner: number): boolean {
  if (!existsSync(file)) return false;
  const { uid } = statSync(file);
  return [owner, process.getuid?.() ?? uid].includes(uid);
}

interface Search {
  /** What the user called the folder. */
  name: string;
  isSite: boolean;
}

function pagesUnder(folder: string, search: Search, depth: number): string[] {
  const entries = list(folder, search.name);
  const here = entries.filter(isPage);
  const lessons = here.filter((entry) => !ABOUT.test(entry.name));
  const below =
    depth < DEEPEST
      ? entries
          .filter((entry) => entry.isDirectory() && mayHoldPages(entry.name, search))
          .flatMap((entry) => pagesUnder(join(folder, entry.name), search, depth + 1))
      : [];
  const pages = [...lessons.map((entry) => join(folder, entry.name)), ...below];
  return pages.length === 0 && depth === 0 ? here.map((entry) => join(folder, entry.name)) : pages;
}

function isPage(entry: Dirent): boolean {
  return entry.isFile() && MARKDOWN.has(extname(entry.name).toLowerCase()) && !/^[._]/.test(entry.name);
}

function mayHoldPages(folder: string, { isSite }: Search): boolean {
  if (/^\.|^node_modules$|^vendor$/.test(folder)) return false;
  return !folder.startsWith('_') || (isSite && !MACHINERY.test(folder));
}

function list(folder: string, name: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new UsageError(
      `${name}: ${basename(folder)} can't be read (${(error as NodeJS.ErrnoException).code}). Check its permissions.`,
    );
  }
}
