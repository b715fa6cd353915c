import { type OnFault, safely } from './safely.ts';
import { complain } from './say.ts';

/** Milliseconds within which the same fault is told once: one in a flood's handler comes thousands of times. */
const REST = 5000;
/** Different faults that are remembered as told. */
const MOST_KNOWN = 100;

/**
 * What goes wrong inside the helper and must not end the class: said on standard error, and to those who
 * listen, who tell the decks.
 */
export class Faults {
  private readonly listeners = new Set<OnFault>();
  private readonly told = new Map<string, number>();
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  listen(listener: OnFault): void {
    this.listeners.add(listener);
  }

  /** Never throws. */
  readonly report: OnFault = (fault) => {
    const message = messageOf(fault);
    if (this.wasTold(message)) return;
    const debug = process.env['DEBUG'] === 'capas' && fault instanceof Error ? `\n${fault.stack}` : '';
    complain(`capas: something went wrong, the class goes on: ${message}${debug}\n`);
    for (const listener of this.listeners) safely(() => {}, listener)(fault);
  };

  /** A handler that can't end the helper; what goes wrong in it is reported. */
  guard<Args extends unknown[]>(handle: (...args: Args) => unknown): (...args: Args) => void {
    return safely(this.report, handle);
  }

  private wasTold(message: string): boolean {
    const before = this.told.get(message);
    if (before !== undefined && this.now() - before < REST) return true;
    if (this.told.size >= MOST_KNOWN) this.told.clear();
    this.told.set(message, this.now());
    return false;
  }
}

export function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
