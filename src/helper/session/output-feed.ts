import type { Scrollback } from './scrollback.ts';

/** Bytes sent and not yet drawn above which a deck gets no more, and the session pauses. */
export const HIGH_WATER = 512 * 1024;
/** Bytes sent and not yet drawn below which a paused session goes on. */
export const LOW_WATER = 128 * 1024;
/** Milliseconds without a sign of drawing after which a deck no longer holds the session up. */
export const PATIENCE = 5000;
/** Bytes of one frame: small enough that other messages get between. */
const FRAME = 64 * 1024;

/**
 * One terminal's output on its way to one deck: never more than {@link HIGH_WATER} ahead of what the deck
 * has drawn, so that neither side's memory grows with a flood.
 */
export class OutputFeed {
  private sent: number;
  private drawn: number;
  private lastSign: number;
  private readonly scrollback: Scrollback;
  private readonly send: (bytes: Buffer) => void;
  private readonly now: () => number;

  constructor(
    scrollback: Scrollback,
    from: number,
    send: (bytes: Buffer) => void,
    now: () => number = Date.now,
  ) {
    this.scrollback = scrollback;
    this.send = send;
    this.now = now;
    this.sent = from;
    this.drawn = from;
    this.lastSign = now();
  }

  /** Sends what the deck can take. `false`: the deck fell so far behind that bytes it lacks are gone. */
  pump(): boolean {
    if (this.sent < this.scrollback.oldest) return false;
    if (this.sent === this.drawn) this.lastSign = this.now();
    while (this.sent < this.scrollback.total && this.ahead < HIGH_WATER) {
      const bytes = this.scrollback.read(this.sent, FRAME);
      this.sent += bytes.length;
      this.send(bytes);
    }
    return true;
  }

  /** The deck has drawn up to this position. Positions that were never sent, or lie behind, mean nothing. */
  acknowledge(position: number): void {
    if (position <= this.drawn || position > this.sent) return;
    this.drawn = position;
    this.lastSign = this.now();
  }

  /** Whether the session must wait for this deck; a deck that shows no sign of life is not waited for. */
  holdsUp(limit: number): boolean {
    return this.behind > limit && this.now() - this.lastSign < PATIENCE;
  }

  private get ahead(): number {
    return this.sent - this.drawn;
  }

  private get behind(): number {
    return this.scrollback.total - this.drawn;
  }
}
