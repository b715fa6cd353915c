import type { Node } from 'yaml';
import { type Complaints, readMap, readText } from './fields.ts';
import type { FileStep, LayerStack } from './layer-stack.ts';

/** A step where it stands in the block. */
export interface NamedStep extends FileStep {
  node: Node;
}

/** More files side by side than this are too narrow to read on a slide. */
const mostFiles = 5;

/** Reads `read: /etc/issue`, `change: …`, `delete: …` or `create: …`. */
export function readStep(node: Node, complaints: Complaints): NamedStep | null {
  const step = readMap<Record<FileStep['does'], string>>(
    node,
    { read: readText, change: readText, delete: readText, create: readText },
    complaints,
  );
  if (!step) return null;
  const [first, ...more] = Object.entries(step) as [FileStep['does'], string][];
  if (first && more.length === 0) return { node, does: first[0], file: first[1] };
  complaints.add(
    node,
    'layers-step',
    'A step does one thing with one file',
    'Write `read: /path`, `change: /path`, `delete: /path` or `create: /path`.',
  );
  return null;
}

/** Leaves out, with a complaint, steps that can't happen: nobody to do them, or no such file. */
export function settleSteps(steps: NamedStep[], stack: LayerStack, complaints: Complaints): FileStep[] {
  const [container] = stack.containers;
  if (steps.length > 0 && !container) {
    complaints.add(
      steps[0]!.node,
      'layers-step',
      'There is no container to do these steps',
      'Add one under `containers:`.',
    );
    return [];
  }
  const image = stack.images.find(({ name }) => name === container?.image);
  const files = new Set(image?.layers?.flatMap((layer) => layer.files ?? []));
  return steps.flatMap(({ node, does, file }) => {
    const isThere = files.has(file);
    if (isThere === (does === 'create')) {
      const message = isThere ? `${file} is there already` : `No layer has the file ${file}`;
      complaints.add(
        node,
        'layers-step',
        message,
        'List it under `files:` of a layer, or `create` it first.',
      );
      return [];
    }
    if (does === 'delete') files.delete(file);
    if (does === 'create') files.add(file);
    if (files.size > mostFiles) {
      complaints.add(
        node,
        'layers-step',
        `More than ${mostFiles} files can't be read on a slide`,
        'Show fewer.',
      );
    }
    return [{ does, file }];
  });
}
