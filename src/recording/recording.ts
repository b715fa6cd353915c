/**
 * A recording of one step, in memory. On disk it is asciicast v3
 * (https://docs.asciinema.org/manual/asciicast/v3/): a header line, then `[interval, code, data]` lines,
 * intervals in seconds. Our own facts stand in the header under `capas`.
 */
export interface Recording {
  columns: number;
  rows: number;
  /** ISO 8601, when it was made. */
  date: string;
  step: string;
  command: string;
  /** e.g. `Docker 20.10.24`; empty when no engine was needed. */
  engine: string;
  /** Image reference → digest or id that it ran on. */
  images: Record<string, string>;
  /** Made on stand-in images of the test lab. */
  standIn: boolean;
  events: RecordingEvent[];
}

export interface RecordingEvent {
  /** Milliseconds from the start. */
  at: number;
  /** `o` output, `m` marker, `r` resize (`COLSxROWS`), `x` exit status. Keystrokes are not recorded. */
  code: 'o' | 'm' | 'r' | 'x';
  data: string;
}
