/** Milliseconds for which the seat of a deck that went away is kept: a reload takes less. */
export const GRACE = 5000;

/**
 * Who may type into a lesson's session: one deck, named by the capability that it keeps in its tab. It keeps
 * the seat over reloads and lost connections; when it stays away, the next one gets it.
 */
export class Seats {
  private holder: string | null = null;
  private connections = 0;
  private leftAt = 0;
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  /** A deck comes; whether it holds the seat now. Each is to be followed by one {@link leave}. */
  join(capability: string): boolean {
    if (this.isFree) this.holder = capability;
    if (this.holder !== capability) return false;
    this.connections++;
    return true;
  }

  leave(capability: string): void {
    if (this.holder !== capability) return;
    this.connections--;
    this.leftAt = this.now();
  }

  /** Whether the next deck that comes gets it. */
  get isFree(): boolean {
    return this.holder === null || (this.connections === 0 && this.now() - this.leftAt >= GRACE);
  }
}
