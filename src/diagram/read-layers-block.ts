import { LineCounter, type Node, parseDocument } from 'yaml';
import { type Complaints, type Fields, findLine, readFlag, readList, readMap, readText } from './fields.ts';
import type { LayerStack, StackContainer, StackLayer } from './layer-stack.ts';
import { joinParents, type NamedImage } from './parents.ts';
import { type NamedStep, readStep, settleSteps } from './read-steps.ts';
import { parseSize } from './sizes.ts';

/** Something wrong in the block, with the line of the page. The compiler's diagnostics look the same. */
export interface LayerDiagnostic {
  line: number;
  column: number;
  code: string;
  severity: 'error' | 'warning';
  message: string;
  hint: string;
}

/**
 * Reads the YAML of a `layers` block. What can't be read is left out and diagnosed at its line; the
 * stack is `null` when nothing is left to draw.
 *
 * @param line the line of the page that `text` begins on
 */
export function readLayers(
  text: string,
  line: number,
): { stack: LayerStack | null; diagnostics: LayerDiagnostic[] } {
  const counter = new LineCounter();
  const diagnostics: LayerDiagnostic[] = [];
  const complain = (at: number, code: string, message: string, hint: string) =>
    diagnostics.push({ line: line + at - 1, column: 1, code, severity: 'error', message, hint });
  const complaints: Complaints = {
    add: (node, code, message, hint) => complain(findLine(node, counter), code, message, hint),
  };

  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  for (const error of document.errors) {
    const at = Math.max(1, counter.linePos(error.pos[0]).line);
    complain(
      at,
      'layers-syntax',
      `The layers are not valid YAML: ${error.message}`,
      'Check indentation and quotes.',
    );
  }
  if (document.errors.length > 0) return { stack: null, diagnostics };

  const block = readMap<BlockFields>(document.contents, blockFields, complaints);
  const stack = block && makeStack(block, complaints);
  return { stack, diagnostics };
}

interface BlockFields {
  title: string;
  image: string;
  images: NamedImage[];
  containers: NamedContainer[];
  live: boolean;
  steps: NamedStep[];
}

interface NamedContainer extends StackContainer {
  node: Node;
}

const blockFields: Fields<BlockFields> = {
  title: readText,
  image: readText,
  images: (node, complaints) => readList(node, (item) => readImage(item, complaints), complaints),
  containers: (node, complaints) => readList(node, (item) => readContainer(item, complaints), complaints),
  live: readFlag,
  steps: (node, complaints) => readList(node, (item) => readStep(item, complaints), complaints),
};

function readImage(node: Node, complaints: Complaints): NamedImage | null {
  const image = readMap<{ name: string; from: string; layers: StackLayer[] }>(
    node,
    {
      name: readText,
      from: readText,
      layers: (list, to) => readList(list, (item) => readLayer(item, to), to),
    },
    complaints,
  );
  if (!image) return null;
  if (!image.name) {
    complaints.add(node, 'layers-no-name', 'An image without a name', 'Add `name: …`.');
    return null;
  }
  return {
    node,
    name: image.name,
    from: image.from ?? null,
    layers: image.layers ?? (image.from ? [] : null),
  };
}

function readLayer(node: Node, complaints: Complaints): StackLayer | null {
  const layer = readMap<Required<StackLayer>>(
    node,
    { id: readText, made: readText, size: readSize, files: readTexts },
    complaints,
  );
  if (!layer) return null;
  const id = layer.id || layer.made;
  if (!id) {
    complaints.add(node, 'layers-no-name', 'A layer with neither id nor made', 'Add `id: …` or `made: …`.');
    return null;
  }
  return {
    id,
    made: layer.made ?? '',
    size: layer.size ?? null,
    ...(layer.files ? { files: layer.files } : {}),
  };
}

function readContainer(node: Node, complaints: Complaints): NamedContainer | null {
  const container = readMap<StackContainer>(
    node,
    { name: readText, image: readText, size: readSize },
    complaints,
  );
  if (!container) return null;
  if (!container.name) {
    complaints.add(node, 'layers-no-name', 'A container without a name', 'Add `name: …`.');
    return null;
  }
  return { node, name: container.name, image: container.image ?? '', size: container.size ?? null };
}

function readTexts(node: Node | null, complaints: Complaints): string[] | undefined {
  return readList(node, (item) => readText(item, complaints) ?? null, complaints);
}

function readSize(node: Node | null, complaints: Complaints): number | null | undefined {
  const text = readText(node, complaints);
  if (text === undefined) return undefined;
  const size = parseSize(text);
  if (size === null) {
    complaints.add(
      node,
      'layers-size',
      `“${text}” is not a size`,
      'Write it as Docker does: `52B`, `72.9MB`.',
    );
    return undefined;
  }
  if (size < 0) {
    complaints.add(node, 'layers-size', `A layer can't have a negative size (${text})`, 'Write 0B or more.');
    return undefined;
  }
  return size;
}

/** Brings together what was read: the short form `image: ubuntu`, parents, and who stands on what. */
function makeStack(block: Partial<BlockFields>, complaints: Complaints): LayerStack | null {
  const named = joinParents(block.images ?? [], complaints);
  if (block.image && !named.some((image) => image.name === block.image)) {
    named.push({ name: block.image, layers: null });
  }
  const only = named.length === 1 ? named[0]!.name : '';
  const containers = (block.containers ?? []).flatMap(({ node, ...container }) => {
    const image = container.image || only;
    if (named.some((other) => other.name === image)) return [{ ...container, image }];
    const missing = image
      ? `Container “${container.name}” stands on “${image}”, which is not among the images`
      : `Container “${container.name}” doesn't say its image`;
    complaints.add(
      node,
      'layers-missing-image',
      missing,
      'Add the image under `images:`, or correct `image:`.',
    );
    return [];
  });
  if (named.length === 0) {
    complaints.add(
      null,
      'layers-empty',
      'There is no image to draw',
      'Add `image: …`, or a list under `images:`.',
    );
    return null;
  }
  const stack: LayerStack = {
    title: block.title ?? '',
    images: named,
    containers,
    live: block.live ?? false,
  };
  const steps = settleSteps(block.steps ?? [], stack, complaints);
  return steps.length === 0 ? stack : { ...stack, steps };
}
