/** Milliseconds for which a deck that went away still leads: a reload takes less. */
export const GRACE = 5000;

/**
 * Which deck may type into a lesson's session: one, named by the capability that it keeps in its tab. It leads
 * over reloads and lost connections; when it stays away, the next one that comes does.
 */
export class LeadingDeck {
  private holder: string | null = null;
  private connections = 0;
  private leftAt = 0;
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  /** A deck comes; whether it leads now. Each is to be followed by one {@link leave}. */
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

  /** Whether the next deck that comes leads. */
  get isFree(): boolean {
    return this.holder === null || (this.connections === 0 && this.now() - this.leftAt >= GRACE);
  }
}
