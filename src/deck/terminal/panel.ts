import { openPrintedLink } from '../dialogs/link.ts';
import { make } from '../dom.ts';
import type { Words } from '../words/words.ts';
import type { Badge } from './badge.ts';
import { type Bar, makeBar } from './bar.ts';
import type { Driver, Screen } from './driver.ts';

/** Type in the terminal, in pixels of the 1280 × 720 page: `docker ps -a -s` stands on one line. */
const FONT_SIZE = 17.5;

interface Tab {
  host: HTMLElement;
  driver: Driver;
  screen: Promise<Screen>;
}

export interface PanelOptions {
  words: Words;
  /** Pixels of the window a pixel of the slide has. */
  scale(): number;
  /** The speed key was pressed on the bar; gives the new speed. */
  onFaster(): number;
  /** The recording of a failed step was asked for on the bar. */
  onRecording(): void;
}

/**
 * The terminal over the deck: one frame, in it a screen for each driver, of which one is shown. It lies
 * outside `.reveal` (a scaled xterm selects the wrong cells) and its type follows the slide's scale.
 */
export class TerminalPanel {
  readonly #options: PanelOptions;
  readonly #frame: HTMLElement;
  readonly #screens = make('div', { class: 'terminal__screens' });
  readonly #bar: Bar;
  readonly #tabs = new Map<string, Tab>();
  #shown: string | null = null;
  #backTo: Element | null = null;

  constructor(options: PanelOptions) {
    this.#options = options;
    this.#bar = makeBar(options.words, {
      onEnter: () => this.enter(),
      onEnlarge: () => this.enlarge(),
      onHide: () => this.hide(),
      onFaster: () => options.onFaster(),
      onRecording: () => options.onRecording(),
    });
    this.#frame = make(
      'section',
      { class: 'terminal-panel', 'aria-label': options.words.terminal, hidden: true, 'data-dock': 'bottom' },
      this.#bar.element,
      this.#screens,
    );
    this.#screens.addEventListener('focusin', () => this.#markEntered(true));
    this.#screens.addEventListener('focusout', () => this.#markEntered(false));
    document.body.append(this.#frame);
    new ResizeObserver(() => void this.#fit()).observe(this.#screens);
  }

  get isShown(): boolean {
    return !this.#frame.hidden;
  }

  /** Whether anything was shown on it yet. */
  get hasScreen(): boolean {
    return this.#shown !== null;
  }

  /**
   * Shows the screen of `name`, which `driver` feeds, beside `row` and never over it; resolves once it can
   * be drawn on.
   */
  async show(name: string, driver: Driver, badge: Badge, row: Element | null): Promise<void> {
    if (row) this.#dock(row);
    this.#frame.hidden = false;
    this.#bar.setBadge(badge);
    this.#frame.dataset['source'] = badge.source;
    const tab = this.#tabs.get(name) ?? this.#open(name, driver);
    this.#shown = name;
    for (const [other, { host }] of this.#tabs) host.hidden = other !== name;
    await tab.screen;
    await this.#fit();
  }

  /** Shows what was shown last, or hides it. */
  toggle(): void {
    if (this.isShown) this.hide();
    else if (this.#shown) this.#frame.hidden = false;
  }

  hide(): void {
    if (this.#frame.contains(document.activeElement)) this.leave();
    this.#frame.hidden = true;
  }

  /** The keys are the terminal's from now on. */
  async enter(): Promise<void> {
    const tab = this.#tabs.get(this.#shown ?? '');
    if (!tab) return;
    this.#frame.hidden = false;
    this.#backTo = document.activeElement;
    (await tab.screen).focus();
  }

  /** The keys are the deck's again. */
  leave(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (this.#backTo instanceof HTMLElement && this.#backTo.isConnected) this.#backTo.focus();
  }

  enlarge(): void {
    const large = this.#frame.dataset['large'] === undefined;
    if (large) this.#frame.dataset['large'] = '';
    else delete this.#frame.dataset['large'];
    this.#bar.setLarge(large);
  }

  /** Shows, or takes away, the choice to see the recording instead of what failed. */
  offerRecording(offered: boolean): void {
    this.#bar.setOffer(offered);
  }

  setSpeed(speed: number): void {
    this.#bar.setSpeed(speed);
  }

  #dock(row: Element): void {
    const scale = this.#options.scale();
    if (scale === 0) return;
    const { dock, height } = chooseDock(row, scale);
    this.#frame.dataset['dock'] = dock;
    this.#frame.style.setProperty('--terminal-height', String(height));
  }

  #open(name: string, driver: Driver): Tab {
    const host = make('div', { class: 'terminal__screen', 'data-screen': name });
    this.#screens.append(host);
    const screen = this.#openScreen(host, driver);
    const tab = { host, driver, screen };
    this.#tabs.set(name, tab);
    return tab;
  }

  async #openScreen(host: HTMLElement, driver: Driver): Promise<Screen> {
    const { openScreen } = await import('./screen.ts');
    const screen = await openScreen({
      host,
      fontSize: this.#fontSize(),
      onInput: (data) => driver.type(data),
      onAnswer: (data) => driver.answer(data),
      onLink: (address) => void openPrintedLink(address, this.#options.words),
      onLeave: () => this.leave(),
    });
    driver.attach(screen);
    return screen;
  }

  async #fit(): Promise<void> {
    const tab = this.#tabs.get(this.#shown ?? '');
    if (!tab || !this.isShown) return;
    const screen = await tab.screen;
    screen.setFontSize(this.#fontSize());
    const { columns, rows } = screen.fit();
    tab.driver.resize(columns, rows);
  }

  #fontSize(): number {
    return Math.max(12, FONT_SIZE * this.#options.scale());
  }

  #markEntered(entered: boolean): void {
    if (entered) this.#frame.dataset['entered'] = '';
    else delete this.#frame.dataset['entered'];
    this.#bar.setEntered(entered);
  }
}

/** In pixels of the 1280 × 720 page: what a docked terminal takes, and where it may stand. */
const HEIGHT = { least: 210, most: 340 };
const EDGE = { top: 64, bottom: 700, gap: 8 };

/**
 * Where a terminal leaves a row's command free, and as many of the commands after it as can be: under them
 * where there is room enough, else where there is more of it.
 */
function chooseDock(row: Element, scale: number): { dock: 'top' | 'bottom'; height: number } {
  const page = (innerHeight - 720 * scale) / 2;
  const below = (line: Element) =>
    EDGE.bottom - EDGE.gap - (line.getBoundingClientRect().bottom - page) / scale;
  const all = [...(row.closest('.slide')?.querySelectorAll('.step[data-line] > .step__row') ?? [])];
  const own = row.querySelector(':scope > .step__row') ?? row;
  const free = all.slice(all.indexOf(own)).findLast((line) => below(line) >= HEIGHT.least);
  if (free) return { dock: 'bottom', height: Math.min(HEIGHT.most, below(free)) };
  const above = (own.getBoundingClientRect().top - page) / scale - EDGE.top - EDGE.gap;
  const room = Math.max(above, below(own));
  const height = Math.min(HEIGHT.most, Math.max(HEIGHT.least, room));
  return { dock: room === above ? 'top' : 'bottom', height };
}
