/**
 * Layer stacks: the text of a `layers` block → data → Mermaid source. The one function that draws is
 * used for the slide's diagram, for the recorded snapshot and for the live view.
 */
import { arrange } from './arrange.ts';
import { formatBlockDiagram } from './block-diagram.ts';
import { makeCells } from './cells.ts';
import { describeStack } from './describe.ts';
import { drawScene, playSteps, sayStep } from './file-steps.ts';
import type { LayerStack } from './layer-stack.ts';
import { growTree } from './layer-tree.ts';
import { getWords } from './words.ts';

export type { LayerStack, StackContainer, StackImage, StackLayer } from './layer-stack.ts';
export { readLayers } from './read-layers-block.ts';

/** What a stack becomes: Mermaid 12 source, and what a screen reader says of the picture. */
export interface LayerDrawing {
  mermaid: string;
  title: string;
  description: string;
}

/**
 * Draws a stack: shared layers once, each container's writable layer on its image, long runs of layers
 * and crowds of containers folded to a count.
 *
 * @param lang BCP 47 tag of the page
 */
export function drawLayers(stack: LayerStack, lang: string): LayerDrawing {
  const words = getWords(lang);
  const trunks = growTree(stack);
  const grid = arrange(makeCells(trunks, words));
  return { mermaid: formatBlockDiagram(grid), ...describeStack(stack, words) };
}

/**
 * Draws what a container does with files, a picture for each moment, the beginning first; none for a stack
 * without steps.
 *
 * @param lang BCP 47 tag of the page
 */
export function drawFileSteps(stack: LayerStack, lang: string): LayerDrawing[] {
  const words = getWords(lang);
  return playSteps(stack).map((scene) => ({
    mermaid: formatBlockDiagram(drawScene(scene, words)),
    title: stack.title,
    description: `${sayStep(scene, words)}.`,
  }));
}
