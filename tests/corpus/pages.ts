import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { compile } from '../../src/compiler/compile.ts';
import type { Lesson } from '../../src/compiler/model.ts';
import { makeSurroundings } from '../../src/course/surroundings.ts';
import { readPageText } from '../../src/course/text-file.ts';
import { packageRoot } from '../../src/system/package-root.ts';

/** Where the real pages are kept: `CAPAS_CORPUS`, or beside the project. */
export const corpus = process.env['CAPAS_CORPUS'] ?? join(packageRoot, '../shared/corpus');

export interface CorpusPage {
  /** Relative to the corpus. */
  name: string;
  path: string;
}

/** The corpus's pages in their names' order; none when it is not there. */
export function listPages(): CorpusPage[] {
  if (!existsSync(corpus)) return [];
  return readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(md|markdown)$/.test(entry.name) && !ABOUT.has(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(corpus, path).split(sep).join('/'), path }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Compiles a page as the helper would, its pictures measured. */
export function compileFile(path: string): Lesson {
  const { text } = readPageText(path, basename(path));
  const folder = dirname(path);
  return compile({ path: basename(path), text }, makeSurroundings(folder, rootOf(folder)));
}

/** Files about the corpus and its licences. */
const ABOUT = new Set(['SOURCES.md', 'goldens.md', 'LICENSE.md']);

/** The folder of the page's repository, whose pictures it may show. */
function rootOf(folder: string): string {
  const [first = ''] = relative(corpus, folder).split(sep);
  return first === '' || first === '..' ? folder : join(corpus, first);
}
