import type { Grid, Slot } from './arrange.ts';
import type { Cell } from './cells.ts';
import type { FileStep, LayerStack, StackLayer } from './layer-stack.ts';
import type { DiagramWords } from './words.ts';

/** What a container's writable layer holds of a file: a copy of the image's, one of its own, or a whiteout. */
type Kept = 'copy' | 'new' | 'whiteout';

/** One moment: what the container has done up to now. */
export interface Scene {
  container: string;
  /** Top first. */
  layers: StackLayer[];
  files: string[];
  kept: ReadonlyMap<string, Kept>;
  /** What was done last; `null` at the beginning. */
  step: FileStep | null;
}

/**
 * The moments of a stack with steps, the beginning included; none where it has no steps. Files behave as on
 * an overlay file system: reading copies nothing, the first change copies, deleting leaves a whiteout
 * (https://docs.kernel.org/filesystems/overlayfs.html).
 */
export function playSteps(stack: LayerStack): Scene[] {
  const [container] = stack.containers;
  const layers = stack.images.find(({ name }) => name === container?.image)?.layers;
  if (!stack.steps || !container || !layers) return [];
  const created = stack.steps.filter(({ does }) => does === 'create').map(({ file }) => file);
  const files = [...new Set([...layers.flatMap((layer) => layer.files ?? []), ...created])];
  const base = { container: container.name, layers: layers.filter((layer) => layer.files).reverse(), files };
  let kept = new Map<string, Kept>();
  const scenes: Scene[] = [{ ...base, kept, step: null }];
  for (const step of stack.steps) {
    kept = new Map(kept);
    if (step.does === 'create') kept.set(step.file, 'new');
    else if (step.does === 'change' && kept.get(step.file) !== 'new') kept.set(step.file, 'copy');
    else if (step.does === 'delete') leave(kept, step.file, layers);
    scenes.push({ ...base, kept, step });
  }
  return scenes;
}

function leave(kept: Map<string, Kept>, file: string, layers: StackLayer[]): void {
  const below = layers.some((layer) => layer.files?.includes(file));
  if (below) kept.set(file, 'whiteout');
  else kept.delete(file);
}

/** A column a file: what the container sees, what its own layer holds, and what lies below. */
export function drawScene(scene: Scene, words: DiagramWords): Grid {
  const columns = scene.files.length + 1;
  return {
    columns,
    rows: [
      [{ cell: makeCell('note', 'says', [sayStep(scene, words)]), span: columns }],
      [
        label('sees', words.sees(scene.container), 'image'),
        ...scene.files.map((file) => drawSeen(scene, file, words)),
      ],
      [
        label('own', scene.container, 'writable', words.writable),
        ...scene.files.map((file) => drawOwn(scene, file, words)),
      ],
      ...scene.layers.map((layer, at) => [
        label(layer.id, layer.made || layer.id, 'layer', words.readOnly, scene.layers.length - 1 - at),
        ...scene.files.map((file) => drawBelow(scene, layer, at, file, words)),
      ]),
    ],
  };
}

/** What happens, in a sentence. */
export function sayStep({ step, container }: Scene, words: DiagramWords): string {
  return step === null ? words.stepStart(container) : words.steps[step.does](step.file);
}

function drawSeen({ kept, layers, files, step }: Scene, file: string, words: DiagramWords): Slot {
  const own = kept.get(file);
  const key = `seen-${files.indexOf(file)}`;
  if (own === 'whiteout') return { cell: makeCell('more', key, [words.gone]), span: 1 };
  if (own) return { cell: makeCell('writable', key, [file]), span: 1 };
  const from = layers.findIndex((layer) => layer.files?.includes(file));
  if (from < 0) return empty;
  const read = step?.does === 'read' && step.file === file ? [words.read] : [];
  return { cell: makeCell('layer', key, [file, ...read], layers.length - 1 - from), span: 1 };
}

function drawOwn({ kept, files }: Scene, file: string, words: DiagramWords): Slot {
  const own = kept.get(file);
  if (!own) return empty;
  const label = { copy: words.copy, new: words.created, whiteout: words.whiteout }[own];
  return { cell: makeCell('writable', `own-${files.indexOf(file)}`, [file, label]), span: 1 };
}

function drawBelow(
  { kept, files, layers }: Scene,
  layer: StackLayer,
  at: number,
  file: string,
  words: DiagramWords,
): Slot {
  if (!layer.files?.includes(file)) return empty;
  const covered = kept.has(file) || layers.slice(0, at).some((upper) => upper.files?.includes(file));
  const key = `below-${at}-${files.indexOf(file)}`;
  const cell = covered
    ? makeCell('more', key, [file, words.covered])
    : makeCell('layer', key, [file], layers.length - 1 - at);
  return { cell, span: 1 };
}

const empty: Slot = { cell: null, span: 1 };

function label(key: string, name: string, kind: Cell['kind'], what = '', step = 0): Slot {
  return { cell: makeCell(kind, `label-${key}`, [name, what].filter(Boolean), step), span: 1 };
}

function makeCell(kind: Cell['kind'], key: string, lines: string[], step = 0): Cell {
  return { key, kind, step, shared: false, lines };
}
