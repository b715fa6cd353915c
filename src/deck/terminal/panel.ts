import { make } from '../dom.ts';
import type { Words } from '../words.ts';
import type { Badge } from './badge.ts';
import { type Bar, makeBar } from './bar.ts';
import type { Driver, Screen } from './driver.ts';

/** Type in the terminal, in pixels of the 1280 × 720 page: `docker ps -a -s` stands on one line. */
const FONT_SIZE = 20;

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
      { class: 'terminal', 'aria-label': options.words.terminal, hidden: true, 'data-dock': 'bottom' },
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
    if (row) this.#frame.dataset['dock'] = chooseDock(row, this.#options.scale());
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

/** Pixels of the 1280 × 720 page that a docked terminal takes above its lower and below its upper edge. */
const DOCKED = { top: 404, bottom: 360 };

/** The dock that covers less of a row's command; at the bottom where both leave it free. */
function chooseDock(row: Element, scale: number): 'top' | 'bottom' {
  const { top, bottom } = (row.querySelector('.step__row') ?? row).getBoundingClientRect();
  const above = (innerHeight - 720 * scale) / 2;
  const underBottom = bottom - (above + DOCKED.bottom * scale);
  const underTop = above + DOCKED.top * scale - top;
  return underBottom > 0 && underBottom > underTop ? 'top' : 'bottom';
}
