import type { Driver, Screen } from './driver.ts';

/** Bytes drawn and not yet acknowledged above which an acknowledgement goes out at once. */
const ACK_EVERY = 64 * 1024;
/** Milliseconds after which what was drawn is acknowledged, however little. */
const ACK_AFTER = 50;

export interface LiveWires {
  acknowledge(bytes: number): void;
  input(data: string): void;
  answer(data: string): void;
  resize(columns: number, rows: number): void;
  after(milliseconds: number, call: () => void): void;
}

/**
 * One terminal of the helper's session. Positions count bytes since the session began, so that after a lost
 * connection nothing is drawn twice and nothing is missing.
 */
export class LiveDriver implements Driver {
  #screen: Screen | null = null;
  readonly #held: Uint8Array[] = [];
  readonly #wires: LiveWires;
  /** Where the next frame begins. */
  #position = 0;
  #received = 0;
  #drawn = 0;
  #acknowledged = 0;
  #ackPlanned = false;
  /** Up to here output is shown again: what it asked of the terminal was answered when it was new. */
  #answeredUpTo = 0;

  constructor(wires: LiveWires) {
    this.#wires = wires;
  }

  /** Bytes of the session that have come, whether drawn yet or not. */
  get received(): number {
    return this.#received;
  }

  /** The frames that follow begin at `from`; the session has printed `total` bytes so far. */
  begin(from: number, total: number): void {
    this.#position = from;
    this.#answeredUpTo = total;
    if (total >= this.#received && from <= this.#received) return;
    this.#screen?.clear();
    this.#held.length = 0;
    this.#received = from;
    this.#drawn = from;
    this.#acknowledged = from;
  }

  /** The next bytes of the session. What was seen before is left out. */
  feed(bytes: Uint8Array): void {
    const known = Math.max(0, this.#received - this.#position);
    this.#position += bytes.length;
    if (known >= bytes.length) return;
    const fresh = bytes.subarray(known);
    this.#received += fresh.length;
    if (this.#screen) this.#draw(fresh);
    else this.#held.push(fresh);
  }

  attach(screen: Screen): void {
    this.#screen = screen;
    for (const bytes of this.#held.splice(0)) this.#draw(bytes);
  }

  type(data: string): void {
    this.#wires.input(data);
  }

  answer(data: string): void {
    if (this.#drawn >= this.#answeredUpTo) this.#wires.answer(data);
  }

  resize(columns: number, rows: number): void {
    this.#wires.resize(columns, rows);
  }

  #draw(bytes: Uint8Array): void {
    this.#screen?.write(bytes, () => {
      this.#drawn += bytes.length;
      if (this.#drawn - this.#acknowledged >= ACK_EVERY) this.#acknowledge();
      else this.#planAcknowledgement();
    });
  }

  #planAcknowledgement(): void {
    if (this.#ackPlanned) return;
    this.#ackPlanned = true;
    this.#wires.after(ACK_AFTER, () => {
      this.#ackPlanned = false;
      this.#acknowledge();
    });
  }

  #acknowledge(): void {
    if (this.#drawn === this.#acknowledged) return;
    this.#acknowledged = this.#drawn;
    this.#wires.acknowledge(this.#drawn);
  }
}
