import type { DeckMessage } from '../../protocol/messages.ts';
import type { Words } from '../words/words.ts';
import type { Badge } from './badge.ts';
import { LiveDriver } from './live.ts';
import { TerminalPanel } from './panel.ts';
import { ReplayDriver } from './replay.ts';

export interface DeckTerminalOptions {
  words: Words;
  scale(): number;
  send(message: DeckMessage): boolean;
  /** The choice to see the recording of a failed step was made on the terminal's bar. */
  onRecording(): void;
}

/** The terminal and what plays on it: a screen for each live terminal, and one for all replays. */
export class DeckTerminal {
  readonly panel: TerminalPanel;
  readonly replay = new ReplayDriver();
  readonly #options: DeckTerminalOptions;
  readonly #live = new Map<number, LiveDriver>();

  constructor(options: DeckTerminalOptions) {
    this.#options = options;
    const { words, scale, onRecording } = options;
    this.panel = new TerminalPanel({ words, scale, onRecording, onFaster: () => this.replay.faster() });
  }

  showLive(terminal: number, badge: Badge, row: Element | null): Promise<void> {
    return this.panel.show(`live-${terminal}`, this.#driver(terminal), badge, row);
  }

  showReplay(badge: Badge, row: Element | null): Promise<void> {
    return this.panel.show('replay', this.replay, badge, row);
  }

  /** Bytes of the first terminal that have come. */
  get seen(): number {
    return this.#live.get(1)?.received ?? 0;
  }

  begin(terminal: number, from: number, total: number): void {
    this.#driver(terminal).begin(from, total);
  }

  feed(terminal: number, bytes: Uint8Array): void {
    this.#driver(terminal).feed(bytes);
  }

  #driver(terminal: number): LiveDriver {
    const known = this.#live.get(terminal);
    if (known) return known;
    const { send } = this.#options;
    const driver = new LiveDriver({
      acknowledge: (bytes) => send({ type: 'ack', terminal, bytes }),
      input: (data) => sendInPieces(data, (piece) => send({ type: 'input', terminal, data: piece })),
      answer: (data) => send({ type: 'answer', terminal, data }),
      resize: (columns, rows) => send({ type: 'resize', terminal, columns, rows }),
      after: (milliseconds, call) => setTimeout(call, milliseconds),
    });
    this.#live.set(terminal, driver);
    return driver;
  }
}

/** Characters of one message; a long paste goes in several. */
const PIECE = 16 * 1024;

function sendInPieces(data: string, send: (piece: string) => void): void {
  for (let at = 0; at < data.length; at += PIECE) send(data.slice(at, at + PIECE));
}
