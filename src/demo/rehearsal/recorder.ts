import { TextDecoder } from 'node:util';
import type { RecordingEvent } from '../../recording/recording.ts';

/** Characters of one step's output that are kept; a flood is cut here, and the cut is marked. */
const LONGEST = 4 * 1024 * 1024;

/** Keeps what each step prints, and when: what a runner tells it goes in, recordings' events come out. */
export class Recorder {
  private readonly takes = new Map<string, Take>();
  private readonly now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /** A step starts now; what it printed in an earlier run is forgotten. */
  start(step: string): void {
    this.takes.set(step, { startedAt: this.now(), decoder: new TextDecoder(), events: [], length: 0 });
  }

  print(step: string, bytes: Uint8Array): void {
    const take = this.takes.get(step);
    // Characters may be cut over two chunks.
    if (take) this.add(take, take.decoder.decode(bytes, { stream: true }));
  }

  /** What a step printed, with its exit status where it has ended. */
  finish(step: string, exit: number | null): RecordingEvent[] {
    const take = this.takes.get(step);
    if (!take) return [];
    this.add(take, take.decoder.decode());
    if (exit !== null) take.events.push({ at: this.timeOf(take), code: 'x', data: String(exit) });
    return take.events;
  }

  private add(take: Take, text: string): void {
    if (text === '' || take.length > LONGEST) return;
    const at = this.timeOf(take);
    const last = take.events.at(-1);
    take.length += text.length;
    if (take.length > LONGEST) take.events.push({ at, code: 'm', data: '…' });
    else if (last?.at === at && last.code === 'o') last.data += text;
    else take.events.push({ at, code: 'o', data: text });
  }

  private timeOf(take: Take): number {
    return Math.round(this.now() - take.startedAt);
  }
}

interface Take {
  startedAt: number;
  decoder: TextDecoder;
  events: RecordingEvent[];
  length: number;
}
