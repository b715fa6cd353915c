import { findLoading } from '../../diagram/loads.ts';
import { diagramFont, longestDiagram, makeMermaidOptions } from '../../diagram/mermaid-options.ts';
import { hideEntities } from '../../diagram/svg/characters.ts';
import { type PictureNames, rewriteSvg } from '../../diagram/svg/rewrite.ts';

/**
 * Draws a Mermaid diagram as an SVG that may stand in the page as it is; Mermaid is loaded at the first
 * one. Rejects with Mermaid's own words when the source is no diagram, and without asking it when the source
 * would load something.
 *
 * @param id letters, digits and `-`, unique on the page
 */
export async function drawDiagram(id: string, source: string, names?: PictureNames): Promise<string> {
  if (source.length > longestDiagram) {
    throw new Error(`The diagram has ${source.length} characters; Mermaid draws up to ${longestDiagram}.`);
  }
  const loading = findLoading(source);
  if (loading) throw new Error(`line ${loading.line}: ${loading.written} would load something.`);
  const mermaid = await loadMermaid();
  const { svg } = await mermaid.render(id, hideEntities(useDagre(source)));
  const rewritten = rewriteSvg(svg, id, names);
  if (rewritten === null) throw new Error('Mermaid drew nothing.');
  return rewritten;
}

/** The one way of asking for ELK that no option takes back. */
function useDagre(source: string): string {
  return source.replace(/^(\s*)flowchart-elk\b/m, '$1flowchart');
}

let starting: Promise<typeof import('mermaid')['default']> | undefined;

function loadMermaid() {
  starting ??= import('mermaid').then(async ({ default: mermaid }) => {
    await Promise.all(
      ['400', '700'].map((weight) => document.fonts.load(`${weight} 16px ${diagramFont}`, 'aā')),
    );
    mermaid.initialize(makeMermaidOptions());
    return mermaid;
  });
  return starting;
}
