import type { EngineView } from '../../diagram/live/engine-view.ts';
import { tellChange } from '../../diagram/live/tell.ts';
import { formatSize } from '../../diagram/sizes.ts';
import type { Description } from '../../protocol/messages.ts';
import { make } from '../dom.ts';
import type { Words } from '../words/words.ts';
import { makeDescription } from './description.ts';
import { StackPicture } from './picture.ts';

export interface ExplorerOptions {
  lang: string;
  words: Words;
  /** Asks the helper for a description; it comes later. */
  ask(kind: Description['kind'], name: string): void;
  onClose(): void;
}

/** Over any slide: all images and containers of the demo, what they share, and what the chosen one is made of. */
export class Explorer {
  private readonly options: ExplorerOptions;
  private readonly dialog: HTMLDialogElement;
  private readonly list: HTMLElement;
  private readonly news: HTMLElement;
  private readonly details: HTMLElement;
  private readonly place: HTMLElement;
  private readonly picture: StackPicture;
  private chosen: { kind: Description['kind']; name: string } | null = null;

  constructor(options: ExplorerOptions) {
    const { words, lang } = options;
    this.options = options;
    this.list = make('ul', { class: 'explorer__list' });
    this.news = make('p', { class: 'explorer__news', role: 'status' });
    this.place = make('div', { class: 'explorer__picture diagram' });
    this.details = make(
      'div',
      { class: 'explorer__details', tabindex: '0' },
      make('p', {}, words.exploreHint),
    );
    this.picture = new StackPicture(this.place, lang);
    const close = make(
      'button',
      { class: 'action explorer__close', onclick: () => this.close() },
      words.close,
    );
    this.dialog = make(
      'dialog',
      { class: 'explorer', 'aria-labelledby': 'capas-explorer-title', 'data-keys': true },
      make(
        'header',
        { class: 'explorer__head' },
        make('h2', { id: 'capas-explorer-title' }, words.explore),
        close,
      ),
      make('div', { class: 'explorer__body' }, make('nav', {}, this.list), this.place, this.details),
      this.news,
    );
    this.dialog.addEventListener('close', () => {
      this.dialog.remove();
      options.onClose();
    });
    this.dialog.addEventListener('keydown', (event) => this.press(event));
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  /** Shows what the engine holds; the chosen one is described anew when it changed. */
  show(view: EngineView | null): void {
    const { words, lang } = this.options;
    const empty = view !== null && view.stack.images.length === 0;
    if (!view || empty) {
      this.news.textContent = view ? words.exploreEmpty : words.exploreOffline;
      this.place.replaceChildren();
      this.list.replaceChildren();
      return;
    }
    this.news.textContent = view.changes.map((change) => tellChange(change, lang)).join(' · ');
    this.listAll(view);
    void this.picture.draw(view.stack).then(
      () => {
        this.place.dataset['live'] = view.at;
      },
      (error: Error) => {
        this.news.textContent = error.message;
      },
    );
    if (this.chosen && this.isThere(view)) this.options.ask(this.chosen.kind, this.chosen.name);
  }

  describe(description: Description): void {
    const { kind, name } = description;
    if (this.chosen?.kind !== kind || this.chosen.name !== name) return;
    this.details.replaceChildren(...makeDescription(description, this.options.words));
  }

  private listAll({ stack }: EngineView): void {
    const entries = stack.images.flatMap((image) => {
      const total = image.layers?.reduce((sum, { size }) => sum + (size ?? 0), 0) ?? 0;
      const standing = stack.containers.filter((container) => container.image === image.name);
      return [
        this.makeEntry('image', image.name, formatSize(total)),
        ...standing.map(({ name, size }) =>
          this.makeEntry('container', name, size === null ? '' : formatSize(size)),
        ),
      ];
    });
    const focused = (document.activeElement as HTMLElement | null)?.dataset['entry'];
    this.list.replaceChildren(...entries);
    if (focused) this.list.querySelector<HTMLElement>(`[data-entry="${CSS.escape(focused)}"]`)?.focus();
  }

  private makeEntry(kind: Description['kind'], name: string, size: string): HTMLElement {
    const pressed = this.chosen?.kind === kind && this.chosen.name === name;
    const button = make(
      'button',
      {
        class: `explorer__entry explorer__entry--${kind}`,
        'data-entry': `${kind} ${name}`,
        'aria-pressed': String(pressed),
        onclick: () => this.choose(kind, name),
      },
      make('span', { class: 'explorer__name' }, name),
      make('span', { class: 'explorer__size' }, size),
    );
    return make('li', {}, button);
  }

  private choose(kind: Description['kind'], name: string): void {
    this.chosen = { kind, name };
    for (const entry of this.list.querySelectorAll<HTMLElement>('[data-entry]')) {
      entry.setAttribute('aria-pressed', String(entry.dataset['entry'] === `${kind} ${name}`));
    }
    this.options.ask(kind, name);
  }

  private isThere({ stack }: EngineView): boolean {
    const all = this.chosen?.kind === 'image' ? stack.images : stack.containers;
    return all.some(({ name }) => name === this.chosen?.name);
  }

  /** The key that opened it closes it; arrows go through the list. */
  private press(event: KeyboardEvent): void {
    if (event.key.toLowerCase() === 'a' && !event.ctrlKey && !event.metaKey) return this.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || this.details.contains(event.target as Node)) return;
    const entries = [...this.list.querySelectorAll<HTMLElement>('[data-entry]')];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    entries[(at + step + entries.length) % entries.length]?.focus();
    event.preventDefault();
  }
}
