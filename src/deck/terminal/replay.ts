import type { RecordingEvent } from '../../recording/recording.ts';
import type { Driver, Screen } from './driver.ts';

/** Milliseconds; a longer silence of a recording is cut to this. */
export const LONGEST_PAUSE = 1000;
/** The speeds that the speed key goes through. */
const SPEEDS = [1, 2, 4, 8];

/** Waits; resolves early when `hurry` does. Injected, so that tests have no clock. */
export type Wait = (milliseconds: number, hurry: Promise<void>) => Promise<void>;

/** Plays recordings on a screen, one after the other, at their own pace, or faster, or to the end at once. */
export class ReplayDriver implements Driver {
  #screen: Screen | null = null;
  readonly #wait: Wait;
  #speed = 0;
  #hurry: (() => void) | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(wait: Wait = waitOnClock) {
    this.#wait = wait;
  }

  get speed(): number {
    return SPEEDS[this.#speed]!;
  }

  attach(screen: Screen): void {
    this.#screen = screen;
  }

  /**
   * Plays to the end; resolves then. What is still playing is brought to its end first. `write` makes what
   * is to be played, told whether the cursor stands at a line's start.
   */
  play(write: (atLineStart: boolean) => RecordingEvent[]): Promise<void> {
    this.finish();
    this.#last = this.#last.then(() => this.#play(write));
    return this.#last;
  }

  /** Jumps to the end of what is being played. */
  finish(): void {
    this.#hurry?.();
    this.#hurry = null;
  }

  /** The next speed; after the fastest the recording's own again. */
  faster(): number {
    this.#speed = (this.#speed + 1) % SPEEDS.length;
    return this.speed;
  }

  /** A recording takes no keys. */
  type(): void {}

  /** It was answered when it was made. */
  answer(): void {}

  /** A recording's size does not matter to its lines: they wrap where the screen ends. */
  resize(): void {}

  async #play(write: (atLineStart: boolean) => RecordingEvent[]): Promise<void> {
    const screen = this.#screen;
    if (!screen) return;
    let hurried = false;
    const hurry = new Promise<void>((resolve) => {
      this.#hurry = () => {
        hurried = true;
        resolve();
      };
    });
    await drawn(screen, '');
    let at = 0;
    for (const event of write(screen.column() === 0)) {
      const pause = Math.min(event.at - at, LONGEST_PAUSE) / this.speed;
      at = event.at;
      if (pause > 0 && !hurried) await this.#wait(pause, hurry);
      if (event.code === 'o') screen.write(event.data);
    }
    await drawn(screen, '');
    this.#hurry = null;
  }
}

function drawn(screen: Screen, data: string): Promise<void> {
  return new Promise((resolve) => screen.write(data, resolve));
}

async function waitOnClock(milliseconds: number, hurry: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clock = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([clock, hurry]);
  clearTimeout(timer);
}
