import type {
  Approval,
  DeckMessage,
  EngineStatus,
  HelperMessage,
  UndoList,
} from '../../protocol/messages.ts';
import { Connection } from '../connection.ts';

/** Why nothing can be run live from this window; `null` when it can. */
export type Obstacle = 'none' | 'lost' | 'refused' | 'replay' | 'watching' | 'engine' | null;

export interface HelperLinkOptions {
  address: URL;
  lesson: string;
  capability: string;
  seen(): number;
  onMessage(message: HelperMessage): void;
  onOutput(terminal: number, bytes: Uint8Array): void;
  /** Something that decides on {@link HelperLink.obstacle} has changed. */
  onChange(before: Obstacle, now: Obstacle): void;
}

const NO_ENGINE: EngineStatus = { needed: false, available: false, name: '', version: '' };

/** What the deck knows of the helper: whether it is there, what it allows, and what it waits for. */
export class HelperLink {
  readonly #options: HelperLinkOptions;
  readonly #connection: Connection;
  #state: 'connecting' | 'open' | 'lost' | 'refused' = 'connecting';
  #mode: 'live' | 'replay' = 'live';
  #writable = false;
  #approval: Approval | null = null;
  #engine = NO_ENGINE;
  #decided: ((approved: boolean) => void) | null = null;
  #listed: ((list: UndoList | null) => void) | null = null;

  constructor(options: HelperLinkOptions) {
    this.#options = options;
    this.#connection = new Connection({
      ...options,
      onMessage: (message) => this.#receive(message),
      onChange: (state) => {
        // It counts as open once its welcome has told what it allows.
        if (state === 'open') return;
        this.#change(() => {
          this.#state = state;
          this.#decide(false);
          this.#list(null);
        });
      },
    });
  }

  get obstacle(): Obstacle {
    if (this.#state === 'connecting') return 'none';
    if (this.#state !== 'open') return this.#state;
    if (this.#mode === 'replay') return 'replay';
    if (!this.#writable) return 'watching';
    return this.#engine.needed && !this.#engine.available ? 'engine' : null;
  }

  get approval(): Approval | null {
    return this.#approval;
  }

  /** The engine's name and version; empty where none is needed. */
  get engine(): string {
    const { needed, name, version } = this.#engine;
    return needed ? `${name} ${version}`.trim() : '';
  }

  send(message: DeckMessage): boolean {
    return this.#connection.send(message);
  }

  /** Gives the teacher's word for these commands; resolves with whether the helper took it. */
  approve({ digest }: Approval): Promise<boolean> {
    return new Promise((resolve) => {
      this.#decide(false);
      this.#decided = resolve;
      if (!this.send({ type: 'approve', digest })) this.#decide(false);
    });
  }

  /** Asks what a reset would remove; `null` when the helper can't tell. */
  askUndoList(): Promise<UndoList | null> {
    return new Promise((resolve) => {
      this.#list(null);
      this.#listed = resolve;
      if (!this.send({ type: 'undo-list' })) this.#list(null);
    });
  }

  #receive(message: HelperMessage): void {
    this.#change(() => {
      if (message.type === 'welcome') {
        this.#state = 'open';
        this.#mode = message.mode;
        this.#writable = message.writable;
        this.#approval = message.approval;
        this.#engine = message.engine;
      } else if (message.type === 'approval') {
        this.#approval = message.approval;
        this.#decide(message.approval === null);
      } else if (message.type === 'problem') {
        this.#decide(false);
        this.#list(null);
      } else if (message.type === 'undo-list') this.#list(message.list);
      else if (message.type === 'engine') this.#engine = message.engine;
    });
    this.#options.onMessage(message);
  }

  #decide(approved: boolean): void {
    this.#decided?.(approved);
    this.#decided = null;
  }

  #list(list: UndoList | null): void {
    this.#listed?.(list);
    this.#listed = null;
  }

  #change(change: () => void): void {
    const before = this.obstacle;
    change();
    if (this.obstacle !== before) this.#options.onChange(before, this.obstacle);
  }
}
