import type { LayerStack } from '../../diagram/layer-stack.ts';
import type { Block } from './blocks.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Link, Picture } from './mentions.ts';
import type { Slide } from './slides.ts';
import type { Step } from './steps.ts';

export interface Lesson {
  title: string;
  /** BCP 47 tag of the page (`es`, `en`, …). */
  lang: string;
  source: string;
  /** The whole page, in its order: what the handout shows. */
  document: Block[];
  slides: Slide[];
  steps: Step[];
  diagrams: Diagram[];
  exercises: Exercise[];
  /** What the page names, in its order: each of its files is one of these, a slide's background or a recording. */
  links: Link[];
  pictures: Picture[];
  warnings: Diagnostic[];
  settings: Settings;
}

/** The front matter's keys that mean something to us. */
export interface Settings {
  navOrder: number | null;
  description: string;
  author: string;
  /** `none`: the commands need no container engine. `auto`: needed when a command speaks to one. */
  engine: 'auto' | 'none';
}

export interface Diagram {
  /** A hash of its source: it names the pre-rendered SVG. */
  id: string;
  line: number;
  kind: 'mermaid' | 'layers';
  /** Mermaid source to draw. For `layers` it is made from the data. */
  mermaid: string;
  title: string;
  /** What a screen reader says. */
  description: string;
  /** `layers` only: the parsed stack, for the live view. */
  stack: LayerStack | null;
  /** `layers` only: when a rehearsal recorded layers that it shows; `null` when the page says them all. */
  recorded: { date: string; standIn: boolean } | null;
}

export interface Exercise {
  id: string;
  number: number;
  line: number;
  text: string;
}
