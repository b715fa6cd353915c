import type { Inline } from '../inline/nodes.ts';
import type { Block } from './blocks.ts';

export type SlideKind = 'title' | 'agenda' | 'section' | 'content' | 'exercise';

/** How much stands on a slide, so that type may grow a step or two, or must shrink as many. */
export type Density = 'sparse' | 'roomy' | 'normal' | 'full' | 'dense';

/**
 * How a slide's body is laid out: one column; a `statement` of one or two sentences set large; a quotation;
 * two columns side by side; a figure from edge to edge.
 */
export type SlideLayout = 'plain' | 'statement' | 'quote' | 'columns' | 'figure';

export interface Slide {
  /** Survives edits elsewhere in the page; unique; good as an HTML id. */
  id: string;
  kind: SlideKind;
  title: string;
  /** The title of the `##` section that it belongs to; empty before the first. */
  section: string;
  /** Which column of the deck: 0 for the title, then one a section. */
  column: number;
  line: number;
  /** 0 for the first slide of its heading, 1, 2, … for its continuations. */
  continuation: number;
  heading: Inline | null;
  /** What stands on the slide, already cut and split. */
  shown: Block[];
  /** What the speaker sees: whole, whatever was cut or moved, in the page's order. */
  spoken: Block[];
  density: Density;
  layout: SlideLayout;
  /** A picture behind the whole slide, relative to the page; `null` for none. */
  background: string | null;
  /** Its heading takes more than two lines in the usual size. */
  longTitle: boolean;
  /** The anchors of the headings that stand on it. */
  anchors: string[];
  /** The part of the room between the margins that is taken, as estimated: 0 to 1. */
  fill: number;
  /** Steps that stand on this slide, in order. */
  steps: string[];
  /** Plain text of {@link shown} with the heading, and of {@link spoken}. */
  text: string;
  notes: string;
  /** Words of {@link text}. */
  words: number;
}
