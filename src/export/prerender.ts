import { join } from 'node:path';
import { makeDiagnostic } from '../compiler/lint/codes.ts';
import { diagnoseLoading } from '../compiler/lint/rules/diagrams.ts';
import type { Diagnostic, Diagram } from '../compiler/model.ts';
import { LARGEST_DIAGRAM } from '../course/recordings.ts';
import { readUserText } from '../system/user-file.ts';
import { WritableFolder } from '../system/writable-folder.ts';
import { type DrawnDiagram, type RenderMermaidOptions, renderMermaid } from './mermaid.ts';

/** A lesson whose diagrams are wanted: its page's name, its folder (absolute), what it draws. */
export interface DrawnLesson {
  folder: string;
  lesson: { source: string; diagrams: Diagram[] };
}

export interface Prerendered {
  drawn: number;
  /** Diagrams whose picture was there already. */
  kept: number;
  /** Files of pictures that no lesson has any more; removed only when asked. */
  obsolete: string[];
  /** Diagrams that can't be drawn, with their page and its line. */
  diagnostics: (Diagnostic & { path: string })[];
}

export interface PrerenderOptions extends RenderMermaidOptions {
  /** Draw what is there too, as after a change of the theme. */
  again?: boolean;
  /** Remove the pictures that no lesson has any more. `lessons` must then be all of their folders. */
  prune?: boolean;
}

/**
 * Draws lessons' diagrams into `<folder>/diagrams/<id>.svg`. An id is a hash of its source, so that what is
 * there is up to date. Throws `BrowserError` when something has to be drawn and there is no browser.
 */
export async function prerenderDiagrams(
  lessons: DrawnLesson[],
  { again = false, prune = false, ...options }: PrerenderOptions = {},
): Promise<Prerendered> {
  const folders = [...groupByFolder(lessons)].map(([folder, pages]) => new PictureFolder(folder, pages));
  const missing = folders.flatMap((folder) => folder.listMissing(again));
  const pictures = await renderMermaid(uniqueById(missing), options);
  const failed = new Set([...pictures].filter(([, one]) => 'error' in one).map(([id]) => id));
  for (const folder of folders) folder.write(pictures);
  const obsolete = folders.flatMap((folder) => folder.listObsolete());
  if (prune) for (const folder of folders) folder.prune();
  return {
    drawn: missing.filter(({ id }) => !failed.has(id)).length,
    kept: folders.reduce((sum, folder) => sum + folder.wanted.length, 0) - missing.length,
    obsolete,
    diagnostics: lessons.flatMap((one) => listDiagnostics(one, pictures)),
  };
}

/** One folder's pictures: several pages may share it. */
class PictureFolder {
  readonly wanted: Diagram[];
  private readonly folder: string;
  private readonly writable: WritableFolder;
  private readonly there: Set<string>;
  private missing: Diagram[] = [];

  constructor(folder: string, pages: DrawnLesson[]) {
    this.folder = folder;
    this.writable = new WritableFolder(folder);
    this.there = new Set(listPictures(this.writable));
    this.wanted = uniqueById(pages.flatMap(({ lesson }) => lesson.diagrams)).filter(
      (diagram) => diagram.mermaid !== '',
    );
  }

  listMissing(again: boolean): Diagram[] {
    this.missing = this.wanted.filter((diagram) => again || !this.there.has(diagram.id));
    for (const { id } of this.missing) this.writable.check(pathOf(id));
    return this.missing;
  }

  write(pictures: Map<string, DrawnDiagram>): void {
    for (const { id } of this.missing) {
      const picture = pictures.get(id)!;
      if (!('error' in picture)) this.writable.write(pathOf(id), `${picture.svg}\n`);
    }
  }

  listObsolete(): string[] {
    return this.findObsolete().map((id) => join(this.folder, pathOf(id)));
  }

  prune(): void {
    for (const id of this.findObsolete()) this.writable.remove(pathOf(id));
  }

  private findObsolete(): string[] {
    const wanted = new Set(this.wanted.map((diagram) => diagram.id));
    return [...this.there].filter((id) => !wanted.has(id));
  }
}

function pathOf(id: string): string {
  return `diagrams/${id}.svg`;
}

function groupByFolder(lessons: DrawnLesson[]): Map<string, DrawnLesson[]> {
  const groups = new Map<string, DrawnLesson[]>();
  for (const lesson of lessons) groups.set(lesson.folder, [...(groups.get(lesson.folder) ?? []), lesson]);
  return groups;
}

function uniqueById(diagrams: Diagram[]): Diagram[] {
  return [...new Map(diagrams.map((diagram) => [diagram.id, diagram])).values()];
}

/** Ids of pictures that Capas drew; a file that somebody else put there is not touched. */
function listPictures(folder: WritableFolder): string[] {
  return folder
    .list('diagrams')
    .filter((name) => name.endsWith('.svg'))
    .map((name) => name.slice(0, -'.svg'.length))
    .filter((id) => isDrawn(folder.find(pathOf(id)), id));
}

function isDrawn(file: string | null, id: string): boolean {
  return file !== null && (readUserText(file, LARGEST_DIAGRAM)?.includes(` id="${id}"`) ?? false);
}

function listDiagnostics({ lesson }: DrawnLesson, pictures: Map<string, DrawnDiagram>) {
  return lesson.diagrams.flatMap((diagram) => {
    const picture = pictures.get(diagram.id);
    return picture && 'error' in picture
      ? [{ path: lesson.source, ...diagnoseDiagram(diagram, picture.error) }]
      : [];
  });
}

/** Mermaid counts lines from the one after the fence, and one more for a source that ends too early. */
export function diagnoseDiagram(diagram: Diagram, error: string): Diagnostic {
  const [loading] = diagnoseLoading(diagram);
  if (loading) return loading;
  const told = Number(/\bline (\d+)/i.exec(error)?.[1] ?? 0);
  const line = Math.min(told, diagram.mermaid.split('\n').length);
  const place = { line: diagram.kind === 'mermaid' ? diagram.line + line : diagram.line, column: 1 };
  return makeDiagnostic('diagram-syntax', place, error);
}
