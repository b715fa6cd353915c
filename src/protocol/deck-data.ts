/**
 * What a deck's HTML carries for its runtime, as JSON in `<script type="application/json" id="capas-data">`.
 */

export interface DeckData {
  /** The lesson's place in its course, as in its address: `imagenes`. */
  lesson: string;
  title: string;
  lang: 'es' | 'en';
  /** `helper`: served by one, connect to it. `static`: a site or a file, replay only. */
  home: 'helper' | 'static';
  steps: DeckStep[];
  /** By step id: the recordings that there are. */
  recordings: Record<string, RecordingInfo>;
}

export interface DeckStep {
  id: string;
  prompt: string;
  command: string;
  inside: string | null;
  insideName: string;
  output: string;
  interactive: boolean;
  exit: number;
  placeholders: string[];
  terminal: number;
}

/** What the badge of a replay tells, read from the recording's header. */
export interface RecordingInfo {
  /** Relative to the deck's address, or a `data:` address in a single file. */
  href: string;
  /** ISO 8601. */
  date: string;
  engine: string;
  /** Image references and the digests that they were recorded with. */
  images: Record<string, string>;
  /** Recorded on stand-in images of a test lab, not on the published ones. */
  standIn: boolean;
  exit: number | null;
  milliseconds: number;
}
