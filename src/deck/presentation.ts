import { DeckLesson } from './demo/deck-lesson.ts';
import { Demo } from './demo/demo.ts';
import { Player } from './demo/player.ts';
import { HelperLink, type Obstacle } from './helper/helper-link.ts';
import { findSlides } from './slides/deck-page.ts';
import './demo/run-button.ts';
import type { DeckData } from '../protocol/deck-data.ts';
import { handle } from '../protocol/handlers.ts';
import type { DeckMessage } from '../protocol/messages.ts';
import { StepRows } from './demo/step-rows.ts';
import { StepViews } from './demo/step-views.ts';
import { Connection } from './helper/connection.ts';
import { makeHandlers } from './helper/helper-messages.ts';
import { getCapability } from './helper/tab-capability.ts';
import { LayersLoader } from './layers/layers-loader.ts';
import { clearNotice, showNotice } from './notice.ts';
import { PageFollower } from './slides/follow-page.ts';
import type { RevealApi } from './slides/start-reveal.ts';
import { say } from './status-line.ts';
import { DeckTerminal } from './terminal/deck-terminal.ts';
import { type Words, wordsFor } from './words/words.ts';

/** A deck before a class, or on a reader's telephone: its demo, its helper, and what follows the slides. */
export class Presentation {
  readonly words: Words;
  readonly demo: Demo;
  readonly terminal: DeckTerminal;
  readonly #lesson: DeckLesson;
  readonly #views = new StepViews();
  readonly #follower = new PageFollower();
  readonly #rows: StepRows;
  readonly #layers: LayersLoader;
  readonly #reveal: RevealApi | null;
  #link: HelperLink | null = null;
  #watchers: (() => void)[] = [];
  #version = 0;

  constructor(data: DeckData, reveal: RevealApi | null) {
    this.words = wordsFor(data.lang);
    this.#reveal = reveal;
    this.#lesson = new DeckLesson(data);
    this.terminal = new DeckTerminal({
      words: this.words,
      scale: () => reveal?.getScale() ?? 0,
      send: (message) => this.#send(message),
      onRecording: () => void this.demo.showRecording(),
    });
    const parts = { lesson: this.#lesson, words: this.words, views: this.#views, terminal: this.terminal };
    this.#layers = new LayersLoader({
      lang: data.lang,
      words: this.words,
      send: (message) => this.#send(message),
    });
    this.demo = new Demo({ ...parts, player: new Player(parts), currentSlide: () => this.slide });
    this.#rows = new StepRows({
      ...parts,
      folds: reveal !== null,
      onRequest: (step, request) => this.demo.request(step, request),
    });
    this.demo.useRows(this.#rows);
    this.#views.watch(() => this.#tellWatchers());
    reveal?.on('slidechanged', () => this.#showSlide());
    reveal?.on('fragmentshown', () => this.#tellWatchers());
    reveal?.on('fragmenthidden', () => this.#tellWatchers());
    this.#showSlide();
    this.#connect();
  }

  /** The slide before the class; `null` where all of them are read. */
  get slide(): HTMLElement | null {
    return (this.#reveal?.getCurrentSlide() as HTMLElement | undefined) ?? null;
  }

  get hasDemo(): boolean {
    return this.#lesson.data.steps.length > 0;
  }

  /** What the speaker's window shows. */
  get shown() {
    const steps = this.#rows.stepsOf(this.slide).map((id) => ({
      command: this.#lesson.step(id)?.command ?? '',
      state: this.#views.get(id).state,
    }));
    const at = this.slide ? findSlides().indexOf(this.slide) : 0;
    return { at, fragment: this.#reveal?.getIndices().f ?? 0, steps, version: this.#version };
  }

  /** Is called after whatever changes what {@link shown} tells. */
  onChange(watcher: () => void): void {
    this.#watchers.push(watcher);
  }

  goTo(slide: HTMLElement): void {
    const place = this.#reveal?.getIndices(slide);
    if (place) this.#reveal?.slide(place.h, place.v);
    else slide.scrollIntoView();
  }

  /** Asks whether to begin again, and does. */
  async reset(): Promise<void> {
    if (!this.hasDemo) return say(this.words.nothingHere);
    const { askReset } = await import('./dialogs/reset.ts');
    const isLive = this.demo.isLive;
    const list = isLive ? ((await this.#link?.askUndoList()) ?? null) : null;
    // What could not be listed is not removed unseen; why was said when it failed.
    if ((isLive && !list) || !(await askReset(list, this.words))) return;
    if (this.demo.isLive) this.#send({ type: 'reset', list: list?.id ?? '' });
    else {
      this.#views.clear();
      say(this.words.resetDone(0));
    }
  }

  explore(): void {
    void this.#layers.explore();
  }

  #connect(): void {
    const { home, lesson } = this.#lesson.data;
    if (home !== 'helper') return;
    const link = new HelperLink({
      send: (message) => connection.send(message),
      onChange: (before, now) => this.#sayObstacle(before, now),
    });
    const connection = new Connection({
      address: new URL('../_capas/', location.href),
      lesson,
      capability: getCapability(),
      seen: () => this.terminal.seen,
      onMessage: (message) => handle(messages, message),
      onOutput: (terminal, bytes) => this.terminal.feed(terminal, bytes),
      onLoss: (state) => link.lose(state),
    });
    const messages = makeHandlers({
      ...{ connection, link, say, demo: this.demo, layers: this.#layers, words: this.words },
      page: {
        take: () => void this.#takePage(),
        reload: () => location.reload(),
        tellProblem: (problem) => showNotice('page', this.words.broken, problem),
      },
    });
    this.#link = link;
    this.demo.useLink(link);
  }

  async #takePage(): Promise<void> {
    const data = await this.#follower.take(this.#reveal);
    clearNotice('page');
    if (!data) return;
    this.#lesson.replace(data);
    this.#version++;
    this.#rows.bind();
    this.#showSlide(false);
    say(this.words.changed);
  }

  #sayObstacle(before: Obstacle, now: Obstacle): void {
    const { words } = this;
    this.demo.updateOffer();
    if (now === 'lost') showNotice('connection', words.lost);
    else if (now === 'refused') showNotice('connection', words.refused);
    else clearNotice('connection');
    if (now === 'engine') say(words.noEngine(this.#link?.engine ?? ''));
    else if (now === 'watching') say(words.watching);
    else if (before === 'lost' && now === null) say(words.back);
  }

  #showSlide(hides = true): void {
    const { slide } = this;
    if (hides) this.terminal.panel.hide();
    void this.#draw(slide);
    this.#tellWatchers();
  }

  async #draw(slide: HTMLElement | null): Promise<void> {
    const place = slide ?? document;
    if (place.querySelector('.diagram[data-diagram] > .diagram__source')) {
      const { drawMissing } = await import('./diagrams/fill.ts');
      await drawMissing(place, this.words);
    }
    await this.#layers.showSlide(slide);
  }

  #send(message: DeckMessage): boolean {
    // A terminal that only watches answers queries and takes sizes too; those are not for the session.
    const isOfTerminal = ['input', 'answer', 'resize'].includes(message.type);
    if (isOfTerminal && this.#link?.obstacle === 'watching') return false;
    return this.#link?.send(message) ?? false;
  }

  #tellWatchers(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
