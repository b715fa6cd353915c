import { sameImage } from '../diagram/image-names.ts';
import { drawFileSteps, drawLayers, type LayerStack, readLayers } from '../diagram/layers.ts';
import {
  type LayersSnapshot,
  layersSnapshotPath,
  parseLayersSnapshot,
} from '../recording/layers-snapshot.ts';
import { hash } from './hash.ts';
import type {
  Block,
  CodeBlock,
  Diagnostic,
  Diagram,
  DiagramBlock,
  GroupBlock,
  Surroundings,
} from './model.ts';
import { because, type Reason } from './reasons/reason.ts';
import { mapBlocks } from './walk.ts';

interface FoundDiagrams {
  /** The page, its `mermaid` and `layers` blocks replaced by diagrams. */
  blocks: Block[];
  diagrams: Diagram[];
  /** What became of which block, and why. */
  became: Map<Block, Block>;
  reasons: Map<Block, Reason>;
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
  const became = new Map<Block, Block>();
  const reasons = new Map<Block, Reason>();
  const blocks = mapBlocks(document, (block) => {
    if (block.kind !== 'code') return block;
    const found = readDiagrams(block, { lang, diagnostics, snapshot });
    for (const diagram of found) if (!diagrams.has(diagram.id)) diagrams.set(diagram.id, diagram);
    const drawn = found.map((diagram, at) => place(diagram, block, at > 0 ? ['fragment'] : []));
    if (drawn.length === 0) return block;
    const shown = drawn.length > 1 ? together(drawn, block) : drawn[0]!;
    became.set(block, shown);
    reasons.set(block, because('drawn', block.language));
    return shown;
  });
  return { blocks, diagrams: [...diagrams.values()], became, reasons, diagnostics };
}

interface DiagramContext {
  lang: string;
  diagnostics: Diagnostic[];
  snapshot: () => LayersSnapshot | null;
}

function place({ id }: Diagram, { line, attributes }: CodeBlock, more: string[]): DiagramBlock {
  return {
    kind: 'diagram',
    line,
    attributes: { ...attributes, classes: [...attributes.classes, ...more] },
    id,
  };
}

/** Pictures of one thing at several moments: each covers the one before with a key press. */
function together(blocks: Block[], { line }: CodeBlock): GroupBlock {
  return { kind: 'group', line, attributes: { id: null, classes: ['moments'], values: {} }, blocks };
}

function readDiagrams(block: CodeBlock, { lang, diagnostics, snapshot }: DiagramContext): Diagram[] {
  if (block.language === 'mermaid')
    return [makeDiagram(block, 'mermaid', block.text, readTitles(block.text))];
  if (block.language !== 'layers') return [];
  const read = readLayers(block.text, block.textLine);
  diagnostics.push(...read.diagnostics);
  if (read.stack === null) return [];
  const moments = drawFileSteps(read.stack, lang);
  if (moments.length > 0)
    return moments.map((drawing) => makeDiagram(block, 'layers', drawing.mermaid, drawing));
  const { stack, recorded } = fill(read.stack, snapshot);
  const drawing = drawLayers(stack, lang);
  return [{ ...makeDiagram(block, 'layers', drawing.mermaid, drawing), stack, recorded }];
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
