import type { LayerStack } from '../model.ts';

/** What an engine holds of a demo at one moment, and what happened since the moment before. */
export interface EngineView {
  /** ISO 8601. */
  at: string;
  /** The demo's images, with the names that the engine gives them, and the containers on them. */
  stack: LayerStack;
  changes: LayerChange[];
}

/** Something that a class can see happen. Sizes are bytes. */
export type LayerChange =
  | { kind: 'image-came'; image: string; layers: number; shared: number }
  | { kind: 'image-went'; image: string }
  | { kind: 'container-came'; container: string; image: string }
  | { kind: 'container-went'; container: string }
  | { kind: 'size'; container: string; from: number; to: number; paths: string[] };
