import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { findSigns } from '../../shell/typeset-signs.ts';
import { showHidden } from '../dialogs/show-hidden.ts';
import { sayDay, sayDuration, type Words, wordsFor } from '../words/words.ts';
import { type RunState, type StepView, WAITING } from './step-view.ts';

/** What a run button asks for: its main action, or its menu (at the element that was pressed). */
export type RunRequest = { what: 'press' } | { what: 'menu'; anchor: HTMLElement };

/**
 * `<capas-run step="…">`, the pill at a command's end. It shows a step's state and fires `capas-run`
 * ({@link RunRequest}); what happens then is the demo's business. Its size is the same in each state.
 */
export class RunButton extends LitElement {
  static override properties = {
    step: { type: String },
    command: { attribute: false },
    lang: { attribute: false },
    view: { attribute: false },
    isNext: { attribute: false },
    isOffered: { attribute: false },
    date: { attribute: false },
  };

  /** The step's id. */
  declare step: string;
  /** The command, for what a screen reader says. */
  declare command: string;
  /** The interface's language. */
  declare lang: string;
  /** What is known of the step. */
  declare view: StepView;
  /** Whether it is the one that comes next: the loud one. */
  declare isNext: boolean;
  /** Whether pressing it replays, since nothing can run live. */
  declare isOffered: boolean;
  /** ISO 8601: when its recording was made; empty without one. */
  declare date: string;

  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.command = '';
    this.lang = 'es';
    this.view = WAITING;
    this.isNext = false;
    this.isOffered = false;
    this.date = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('view')) return;
    clearInterval(this.#ticking);
    if (this.view.state === 'running') this.#ticking = setInterval(() => this.requestUpdate(), 250);
  }

  protected override render(): TemplateResult {
    const words = wordsFor(this.lang);
    const look = lookOf(this.view.state, this.isOffered);
    const says = `${words.says[look]}: ${this.command}`;
    const label = this.#label(words);
    const doubt = look === 'waiting' ? sayDoubt(this.command, words) : '';
    const named = [says, label, doubt].filter(Boolean).join(' · ');
    return html`<span class="run run--${look} ${this.isNext ? 'run--next' : ''} ${doubt ? 'run--doubtful' : ''}">
      <button class="run__main" type="button" aria-label=${named} title=${doubt || this.view.note || says}
        @click=${(event: MouseEvent) => event.detail < 2 && this.#ask({ what: 'press' })}>${label}</button>
      <button class="run__menu" type="button" aria-haspopup="menu" aria-label="${words.menu}: ${this.command}" title=${words.menu}
        @click=${(event: Event) => this.#ask({ what: 'menu', anchor: event.currentTarget as HTMLElement })}></button>
    </span>`;
  }

  #label(words: Words): string {
    const { state, exit, milliseconds, since } = this.view;
    const labels: Record<RunState, () => string> = {
      waiting: () => (this.isOffered ? words.replay : words.run),
      running: () => words.running(Math.floor((performance.now() - since) / 1000)),
      open: () => words.open,
      done: () => words.done(sayDuration(milliseconds, this.lang)),
      failed: () => words.failed(exit === null ? '' : String(exit)),
      stopped: () => words.stopped,
      replaying: () => words.replay,
      replayed: () => (this.view.source === 'recording' && sayDay(this.date, this.lang)) || words.authorShort,
    };
    return labels[state]();
  }

  #ask(detail: RunRequest): void {
    this.dispatchEvent(new CustomEvent<RunRequest>('capas-run', { detail, bubbles: true }));
  }
}

/** A word on signs of a book's in a command, before it runs; empty where there are none. */
function sayDoubt(command: string, words: Words): string {
  const signs = findSigns(command);
  if (signs.length === 0) return '';
  return words.misread([...new Set(signs.map(({ character }) => showHidden(character)))].join(' '));
}

/** The class of the pill: its state, or that it offers a replay. */
function lookOf(state: RunState, isOffered: boolean): RunState | 'offered' {
  return state === 'waiting' && isOffered ? 'offered' : state;
}

customElements.define('capas-run', RunButton);

declare global {
  interface HTMLElementTagNameMap {
    'capas-run': RunButton;
  }
}
