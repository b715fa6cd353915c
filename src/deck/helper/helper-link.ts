import type {
  Approval,
  DeckMessage,
  EngineStatus,
  HelperMessage,
  UndoList,
} from '../../protocol/messages.ts';

/** Why nothing can be run live from this window; `null` when it can. */
export type Obstacle = 'none' | 'lost' | 'refused' | 'replay' | 'watching' | 'engine' | null;

export interface HelperLinkOptions {
  /** Says whether it could be sent. */
  send(message: DeckMessage): boolean;
  /** Something that decides on {@link HelperLink.obstacle} has changed. */
  onChange(before: Obstacle, now: Obstacle): void;
}

type Welcome = Extract<HelperMessage, { type: 'welcome' }>;

const NO_ENGINE: EngineStatus = { needed: false, available: false, name: '', version: '' };

/** What the deck knows of the helper: whether it is there, what it allows, and what it waits for. */
export class HelperLink {
  readonly #options: HelperLinkOptions;
  #state: 'connecting' | 'open' | 'lost' | 'refused' = 'connecting';
  #mode: Welcome['mode'] = 'live';
  #writable = false;
  #approval: Approval | null = null;
  #engine = NO_ENGINE;
  #decided: ((approved: boolean) => void) | null = null;
  #listed: ((list: UndoList | null) => void) | null = null;

  constructor(options: HelperLinkOptions) {
    this.#options = options;
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
    return this.#options.send(message);
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
      this.takeUndoList(null);
      this.#listed = resolve;
      if (!this.send({ type: 'undo-list' })) this.takeUndoList(null);
    });
  }

  /** The helper has let this window in, and says what it allows. */
  open({ mode, writable, approval, engine }: Welcome): void {
    this.#change(() => {
      this.#state = 'open';
      this.#mode = mode;
      this.#writable = writable;
      this.#approval = approval;
      this.#engine = engine;
    });
  }

  /** The connection is gone, or this window is not let in. */
  lose(state: 'lost' | 'refused'): void {
    this.#change(() => {
      this.#state = state;
      this.giveUp();
    });
  }

  /** Something was refused or failed: what is waited for will not come. */
  giveUp(): void {
    this.#decide(false);
    this.takeUndoList(null);
  }

  takeApproval(approval: Approval | null): void {
    this.#approval = approval;
    this.#decide(approval === null);
  }

  takeEngine(engine: EngineStatus): void {
    this.#change(() => {
      this.#engine = engine;
    });
  }

  takeUndoList(list: UndoList | null): void {
    this.#listed?.(list);
    this.#listed = null;
  }

  #decide(approved: boolean): void {
    this.#decided?.(approved);
    this.#decided = null;
  }

  #change(change: () => void): void {
    const before = this.obstacle;
    change();
    if (this.obstacle !== before) this.#options.onChange(before, this.obstacle);
  }
}
