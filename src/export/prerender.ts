import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Diagram } from '../compiler/model.ts';
import { type RenderMermaidOptions, renderMermaid } from './mermaid.ts';

export interface Prerendered {
  drawn: number;
  /** Diagrams whose picture was there already. */
  kept: number;
  removed: number;
  /** Diagrams that can't be drawn, with the line of the page. */
  diagnostics: Diagnostic[];
}

/**
 * Draws a lesson's diagrams into `<folder>/diagrams/<id>.svg`. An id is a hash of its source, so that
 * what is there is up to date; pictures of diagrams that the lesson no longer has are removed.
 * Throws `BrowserError` when something has to be drawn and there is no browser.
 *
 * @param again draw what is there too, as after a change of the theme
 */
export async function prerenderDiagrams(
  lesson: { diagrams: Diagram[] },
  folder: string,
  { again = false, ...options }: RenderMermaidOptions & { again?: boolean } = {},
): Promise<Prerendered> {
  const target = join(folder, 'diagrams');
  const there = new Set(listPictures(target));
  const wanted = uniqueById(lesson.diagrams).filter((diagram) => diagram.mermaid !== '');
  const missing = wanted.filter((diagram) => again || !there.has(diagram.id));
  const pictures = await renderMermaid(missing, options);

  const diagnostics: Diagnostic[] = [];
  for (const diagram of missing) {
    const picture = pictures.get(diagram.id)!;
    if ('svg' in picture) {
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, `${diagram.id}.svg`), `${picture.svg}\n`);
    } else {
      diagnostics.push(makeDiagnostic(diagram, picture.error));
    }
  }
  const stale = [...there].filter((id) => !wanted.some((diagram) => diagram.id === id));
  for (const id of stale) rmSync(join(target, `${id}.svg`));
  return {
    drawn: missing.length - diagnostics.length,
    kept: wanted.length - missing.length,
    removed: stale.length,
    diagnostics,
  };
}

function uniqueById(diagrams: Diagram[]): Diagram[] {
  return [...new Map(diagrams.map((diagram) => [diagram.id, diagram])).values()];
}

/** Ids of pictures that Capas drew; a file that somebody else put there is not touched. */
function listPictures(folder: string): string[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith('.svg'))
    .map((name) => name.slice(0, -'.svg'.length))
    .filter((id) => readFileSync(join(folder, `${id}.svg`), 'utf8').includes(` id="d-${id}"`));
}

function makeDiagnostic(diagram: Diagram, error: string): Diagnostic {
  const line = Number(/\bline (\d+)/i.exec(error)?.[1] ?? 0);
  return {
    line: diagram.kind === 'mermaid' ? diagram.line + line : diagram.line,
    column: 1,
    code: 'diagram-syntax',
    severity: 'error',
    message: `The diagram can't be drawn: ${error}`,
    hint: 'Correct its Mermaid source; the deck shows the source in its place until then.',
  };
}
