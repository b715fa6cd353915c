import { drawLayers, readLayers } from '../diagram/layers.ts';
import { hash } from './hash.ts';
import type { Block, CodeBlock, Diagnostic, Diagram, DiagramBlock } from './model.ts';
import { mapBlocks } from './walk.ts';

export interface FoundDiagrams {
  /** The page, its `mermaid` and `layers` blocks replaced by diagrams. */
  blocks: Block[];
  diagrams: Diagram[];
  diagnostics: Diagnostic[];
}

/** Finds what is to be drawn. A `layers` block that can't be read stays code, with a diagnostic. */
export function findDiagrams(document: readonly Block[], lang: string): FoundDiagrams {
  const diagrams = new Map<string, Diagram>();
  const diagnostics: Diagnostic[] = [];
  const blocks = mapBlocks(document, (block) => {
    if (block.kind !== 'code') return block;
    const diagram = readDiagram(block, lang, diagnostics);
    if (diagram === null) return block;
    if (!diagrams.has(diagram.id)) diagrams.set(diagram.id, diagram);
    const replacement: DiagramBlock = {
      kind: 'diagram',
      line: block.line,
      attributes: block.attributes,
      id: diagram.id,
    };
    return replacement;
  });
  return { blocks, diagrams: [...diagrams.values()], diagnostics };
}

function readDiagram(block: CodeBlock, lang: string, diagnostics: Diagnostic[]): Diagram | null {
  if (block.language === 'mermaid') return makeDiagram(block, 'mermaid', block.text, readTitles(block.text));
  if (block.language !== 'layers') return null;
  const read = readLayers(block.text, block.textLine);
  diagnostics.push(...read.diagnostics);
  if (read.stack === null) return null;
  const { mermaid, title, description } = drawLayers(read.stack, lang);
  return { ...makeDiagram(block, 'layers', mermaid, { title, description }), stack: read.stack };
}

/** The id is a hash of what is drawn, so that a drawing made before is found again. */
function makeDiagram(
  block: CodeBlock,
  kind: Diagram['kind'],
  mermaid: string,
  words: { title: string; description: string },
): Diagram {
  const title = block.attributes.values['title'] ?? words.title;
  const description = block.attributes.values['description'] ?? words.description;
  return { id: `d-${hash(mermaid)}`, line: block.line, kind, mermaid, title, description, stack: null };
}

/** Mermaid's own words for screen readers (https://mermaid.js.org/config/accessibility.html), else `title:`. */
function readTitles(source: string): { title: string; description: string } {
  const title = /^\s*(?:accTitle|title)\s*:\s*(.+)$/m.exec(source)?.[1] ?? '';
  const line = /^\s*accDescr\s*:\s*(.+)$/m.exec(source)?.[1];
  const block = /^\s*accDescr\s*\{([^}]*)\}/m.exec(source)?.[1];
  return { title: title.trim(), description: (line ?? block ?? '').replace(/\s+/g, ' ').trim() };
}
