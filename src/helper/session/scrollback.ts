/** Bytes kept of one terminal: what a deck that comes late, or comes back, is shown again. */
export const SCROLLBACK = 2 * 1024 * 1024;

/**
 * The end of a terminal's output, in a ring. Positions count all bytes since the terminal opened, so that a
 * deck can say how far it got.
 */
export class Scrollback {
  /** Bytes printed so far: the position behind the last one. */
  total = 0;
  private readonly ring: Buffer;
  private forgotten = 0;

  constructor(capacity = SCROLLBACK) {
    this.ring = Buffer.allocUnsafe(capacity);
  }

  /** The position of the first byte that is still kept. */
  get oldest(): number {
    return Math.max(this.forgotten, this.total - this.ring.length);
  }

  /** Nothing that was printed so far is kept; positions go on. */
  forget(): void {
    this.forgotten = this.total;
  }

  push(bytes: Uint8Array): void {
    const kept = bytes.subarray(Math.max(0, bytes.length - this.ring.length));
    const at = (this.total + bytes.length - kept.length) % this.ring.length;
    const first = kept.subarray(0, this.ring.length - at);
    this.ring.set(first, at);
    this.ring.set(kept.subarray(first.length), 0);
    this.total += bytes.length;
  }

  /** A copy of at most `most` bytes from position `from`, which must be kept still. */
  read(from: number, most: number): Buffer {
    if (from < this.oldest || from > this.total) throw new RangeError(`position ${from} is not kept`);
    const length = Math.min(most, this.total - from);
    const at = from % this.ring.length;
    const first = this.ring.subarray(at, Math.min(at + length, this.ring.length));
    return Buffer.concat([first, this.ring.subarray(0, length - first.length)]);
  }
}
