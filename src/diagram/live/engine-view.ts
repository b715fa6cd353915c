import type { LayerStack } from '../layer-stack.ts';

/** What an engine holds of a demo at one moment, and what happened since the moment before. */
export interface EngineView {
  /** ISO 8601. */
  at: string;
  /** The demo's images, with the names that the engine gives them, and the containers on them. */
  stack: LayerStack;
  changes: LayerChange[];
}

/** Something that a class can see happen. `image` is what it happened to, or what the container stands on. */
export type LayerChange =
  | { kind: 'image-came'; image: string; layers: number; shared: number }
  | { kind: 'image-went'; image: string }
  | { kind: 'container-came'; image: string; container: string }
  | { kind: 'container-went'; image: string; container: string }
  /** Bytes. */
  | { kind: 'size'; image: string; container: string; from: number; to: number; paths: string[] };
