import type { Block, Diagram, Lesson, Step } from '../model.ts';
import { ROOM } from '../slides/layout.ts';
import type { RenderOptions } from './options.ts';
import { type Words, wordsFor } from './words.ts';

/**
 * Where blocks are written to: a slide, the notes under it, or the handout. Commands can be run on slides
 * only, headings carry their anchors in the handout only.
 */
export type Surface = 'slide' | 'notes' | 'handout';

/** What every block family needs to write itself. */
export interface Context {
  surface: Surface;
  words: Words;
  options: RenderOptions;
  steps: Map<string, Step>;
  diagrams: Map<string, Diagram>;
  /** By anchor: the address of the heading that has it, on this surface. */
  anchors: Map<string, string>;
  /** Pixels of width on a slide: in lists and boxes there is less. */
  room: number;
  /** Writes nested blocks, in a box that takes so many pixels of the width. */
  render(blocks: readonly Block[], taken?: number): string;
}

/** A context without its `render`, which the dispatcher adds. */
export function makeContext(
  lesson: Lesson,
  options: RenderOptions,
  surface: Surface,
): Omit<Context, 'render'> {
  return {
    surface,
    words: wordsFor(lesson.lang),
    options,
    steps: new Map(lesson.steps.map((step) => [step.id, step])),
    diagrams: new Map(lesson.diagrams.map((diagram) => [diagram.id, diagram])),
    anchors: new Map(),
    room: ROOM.width,
  };
}
