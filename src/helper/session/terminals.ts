import { type OnFault, safely } from '../../system/safely.ts';
import { HIGH_WATER, LOW_WATER, OutputFeed } from './output-feed.ts';
import { Scrollback } from './scrollback.ts';

/** Who gets output of a terminal. */
export interface Viewer {
  /** Whether the session waits for it when it draws slowly. */
  leads: boolean;
  sendOutput(terminal: number, bytes: Buffer): void;
  /** It fell so far behind that bytes which it lacks are gone: it must be told where the next ones begin. */
  lost(): void;
}

/** How the flow of a terminal's session is held back. */
export interface Flow {
  pause(terminal: number): void;
  resume(terminal: number): void;
  /** Hears of what goes wrong while it is looked whether a session may go on. */
  onFault?: OnFault;
}

interface Terminal {
  scrollback: Scrollback;
  feeds: Map<Viewer, OutputFeed>;
  paused: boolean;
}

const SIZE = { columns: 80, rows: 24 };
/** Milliseconds between looks whether a paused session may go on without its deck. */
const LOOK = 500;

/** A lesson's terminals: what they printed, how large they are, and who has seen how much of it. */
export class Terminals {
  private readonly terminals = new Map<number, Terminal>();
  private readonly sizes = new Map<number, { columns: number; rows: number }>();
  private readonly viewers = new Set<Viewer>();
  private readonly flow: Flow;
  private looks: NodeJS.Timeout | null = null;

  constructor(flow: Flow) {
    this.flow = flow;
  }

  /** From now on the viewer gets what is printed; of the first terminal it has seen `seen` bytes. */
  add(
    viewer: Viewer,
    seen: number,
  ): { terminal: number; bytes: number; from: number; columns: number; rows: number }[] {
    this.viewers.add(viewer);
    return [...this.terminals].map(([number, { scrollback, feeds }]) => {
      const known = number === 1 && seen <= scrollback.total ? seen : 0;
      const from = Math.max(known, scrollback.oldest);
      feeds.set(viewer, this.makeFeed(number, scrollback, from, viewer));
      return { terminal: number, bytes: scrollback.total, from, ...this.size(number) };
    });
  }

  remove(viewer: Viewer): void {
    this.viewers.delete(viewer);
    for (const { feeds } of this.terminals.values()) feeds.delete(viewer);
    this.pumpAll();
  }

  /** Sends every viewer what it can take, e.g. after it was told where it begins. */
  pumpAll(): void {
    for (const number of this.terminals.keys()) this.pump(number);
  }

  push(number: number, bytes: Uint8Array): void {
    this.get(number).scrollback.push(bytes);
    this.pump(number);
  }

  acknowledge(number: number, viewer: Viewer, position: number): void {
    this.terminals.get(number)?.feeds.get(viewer)?.acknowledge(position);
    this.pump(number);
  }

  /** What was printed so far is not shown to decks that come later. Positions go on. */
  forget(): void {
    for (const { scrollback } of this.terminals.values()) scrollback.forget();
  }

  size(number: number): { columns: number; rows: number } {
    return this.sizes.get(number) ?? SIZE;
  }

  resize(number: number, columns: number, rows: number): void {
    this.sizes.set(number, { columns, rows });
  }

  close(): void {
    if (this.looks) clearInterval(this.looks);
    this.looks = null;
    this.viewers.clear();
  }

  private get(number: number): Terminal {
    const known = this.terminals.get(number);
    if (known) return known;
    const scrollback = new Scrollback();
    const feeds = new Map(
      [...this.viewers].map((viewer) => [viewer, this.makeFeed(number, scrollback, 0, viewer)]),
    );
    const terminal = { scrollback, feeds, paused: false };
    this.terminals.set(number, terminal);
    return terminal;
  }

  private makeFeed(number: number, scrollback: Scrollback, from: number, viewer: Viewer): OutputFeed {
    return new OutputFeed(scrollback, from, (bytes) => viewer.sendOutput(number, bytes));
  }

  private pump(number: number): void {
    const terminal = this.terminals.get(number);
    if (!terminal) return;
    for (const [viewer, feed] of [...terminal.feeds]) if (!feed.pump()) viewer.lost();
    this.hold(number, terminal);
  }

  /** Pauses the session while the deck that leads has too much to draw. */
  private hold(number: number, terminal: Terminal): void {
    const limit = terminal.paused ? LOW_WATER : HIGH_WATER;
    const paused = [...terminal.feeds].some(([viewer, feed]) => viewer.leads && feed.holdsUp(limit));
    if (paused === terminal.paused) return;
    terminal.paused = paused;
    if (paused) this.flow.pause(number);
    else this.flow.resume(number);
    this.lookWhilePaused();
  }

  private lookWhilePaused(): void {
    const anyPaused = [...this.terminals.values()].some(({ paused }) => paused);
    if (anyPaused && !this.looks) {
      const look = safely(this.flow.onFault ?? (() => {}), () => this.pumpAll());
      this.looks = setInterval(look, LOOK);
      this.looks.unref();
    }
    if (!anyPaused && this.looks) {
      clearInterval(this.looks);
      this.looks = null;
    }
  }
}
