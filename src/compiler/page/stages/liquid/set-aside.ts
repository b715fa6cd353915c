import type { Line } from '../../lines.ts';
import type { Variables } from './output.ts';

/** What a page's tags keep for later (`assign`, `capture`) or hide (`comment`): lines are taken back out of `out`. */
export class SetAside {
  readonly variables: Variables = new Map();
  /** What is open: a capture, or a comment, which has no name; and the first of its lines in `out`. */
  private held: { name: string; from: number; number: number } | null = null;
  private readonly out: Line[];
  /** Names that the page shows somewhere. */
  private readonly used: ReadonlySet<string>;

  constructor(out: Line[], used: ReadonlySet<string>) {
    this.out = out;
    this.used = used;
  }

  /** The line of what was never closed; `null` when all is. */
  get open(): number | null {
    return this.held?.number ?? null;
  }

  assign(inside: string, number: number): void {
    const [, name, double, single] = /^([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(inside) ?? [];
    if (name !== undefined) this.variables.set(name, [{ text: double ?? single ?? '', number }]);
  }

  /** What is captured and never shown stays where it stands. Returns whether it begins within something open. */
  capture(inside: string, number: number): boolean {
    const name = inside.replace(/["']/g, '').trim();
    if (!this.used.has(name)) return false;
    const isWithin = this.held !== null;
    this.held = { name, from: this.out.length, number };
    return isWithin;
  }

  endCapture(): void {
    if (this.held === null || this.held.name === '') return;
    this.variables.set(this.held.name, this.out.splice(this.held.from));
    this.held = null;
  }

  hide(number: number): void {
    this.held = { name: '', from: this.out.length, number };
  }

  endHiding(): void {
    if (this.held?.name !== '') return;
    this.out.length = this.held.from;
    this.held = null;
  }
}
