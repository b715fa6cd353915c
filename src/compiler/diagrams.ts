import { sameImage } from '../diagram/image-names.ts';
import { drawLayers, type LayerStack, readLayers } from '../diagram/layers.ts';
import {
  type LayersSnapshot,
  layersSnapshotPath,
  parseLayersSnapshot,
} from '../recording/layers-snapshot.ts';
import { hash } from './hash.ts';
import type { Block, CodeBlock, Diagnostic, Diagram, DiagramBlock, Surroundings } from './model.ts';
import { mapBlocks } from './walk.ts';

export interface FoundDiagrams {
  /** The page, its `mermaid` and `layers` blocks replaced by diagrams. */
  blocks: Block[];
  diagrams: Diagram[];
  diagnostics: Diagnostic[];
}

/** Finds what is to be drawn. A `layers` block that can't be read stays code, with a diagnostic. */
export function findDiagrams(
  document: readonly Block[],
  lang: string,
  surroundings: Pick<Surroundings, 'read'>,
): FoundDiagrams {
  const snapshot = readOnce(() => parseLayersSnapshot(surroundings.read(layersSnapshotPath) ?? ''));
  const diagrams = new Map<string, Diagram>();
  const diagnostics: Diagnostic[] = [];
  const blocks = mapBlocks(document, (block) => {
    if (block.kind !== 'code') return block;
    const diagram = readDiagram(block, { lang, diagnostics, snapshot });
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

interface Reading {
  lang: string;
  diagnostics: Diagnostic[];
  snapshot: () => LayersSnapshot | null;
}

function readDiagram(block: CodeBlock, { lang, diagnostics, snapshot }: Reading): Diagram | null {
  if (block.language === 'mermaid') return makeDiagram(block, 'mermaid', block.text, readTitles(block.text));
  if (block.language !== 'layers') return null;
  const read = readLayers(block.text, block.textLine);
  diagnostics.push(...read.diagnostics);
  if (read.stack === null) return null;
  const { stack, recorded } = fill(read.stack, snapshot);
  const { mermaid, title, description } = drawLayers(stack, lang);
  return { ...makeDiagram(block, 'layers', mermaid, { title, description }), stack, recorded };
}

/** Images that the block only names get the layers that a rehearsal recorded. */
function fill(
  stack: LayerStack,
  snapshot: () => LayersSnapshot | null,
): { stack: LayerStack; recorded: Diagram['recorded'] } {
  if (stack.images.every(({ layers }) => layers !== null)) return { stack, recorded: null };
  const taken = snapshot();
  const known = Object.entries(taken?.images ?? {});
  const find = (name: string) => known.find(([other]) => sameImage(other, name))?.[1] ?? null;
  const images = stack.images.map((image) => ({ ...image, layers: image.layers ?? find(image.name) }));
  const recorded = taken && { date: taken.date, standIn: taken.standIn };
  return { stack: { ...stack, images }, recorded };
}

function readOnce<T>(read: () => T): () => T {
  let kept: { value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
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
  return {
    id: `d-${hash(mermaid)}`,
    line: block.line,
    kind,
    mermaid,
    title,
    description,
    stack: null,
    recorded: null,
  };
}

/** Mermaid's own words for screen readers (https://mermaid.js.org/config/accessibility.html), else `title:`. */
function readTitles(source: string): { title: string; description: string } {
  const title = /^\s*(?:accTitle|title)\s*:\s*(.+)$/m.exec(source)?.[1] ?? '';
  const line = /^\s*accDescr\s*:\s*(.+)$/m.exec(source)?.[1];
  const block = /^\s*accDescr\s*\{([^}]*)\}/m.exec(source)?.[1];
  return { title: title.trim(), description: (line ?? block ?? '').replace(/\s+/g, ' ').trim() };
}
