/**
 * A stack of layers as data: what a `layers` block holds, what a recorded snapshot holds, and what the
 * live view makes of an engine's answers. Plain data, so that all three draw the same picture.
 */
export interface LayerStack {
  /** What the picture shows, in the author's words; empty when the picture names itself. */
  title: string;
  images: StackImage[];
  containers: StackContainer[];
  /** Whether the deck follows the engine where this stack stands. */
  live: boolean;
  /** What the first container does with files, one after the other: a picture for each. */
  steps?: FileStep[];
}

export interface StackImage {
  name: string;
  /** Bottom first; `null` when only an engine or a recorded snapshot knows them. */
  layers: StackLayer[] | null;
}

export interface StackLayer {
  /** A digest or a short id. Images share what their lists have in common from the bottom up. */
  id: string;
  /** What made it, e.g. `ADD file…`; may be empty. */
  made: string;
  /** Bytes; `null` when nobody knows. */
  size: number | null;
  /** Paths of files that it brings, where steps need them. */
  files?: string[];
}

/** One thing that a container does with a file. */
export interface FileStep {
  does: 'read' | 'change' | 'delete' | 'create';
  file: string;
}

export interface StackContainer {
  name: string;
  /** The name of the image that it stands on. */
  image: string;
  /** Bytes of its writable layer; `null` when nobody knows. */
  size: number | null;
}
