import type { KeyAction } from '../keys/keys.ts';
import { say } from '../status-line.ts';
import type { Words } from '../words/words.ts';
import { type FromSpeaker, isOurs, type Shown } from './messages.ts';

export interface SpeakerHostOptions {
  words: Words;
  /** What is shown now. */
  read(): Omit<Shown, 'capas'>;
  /** A key that was pressed in the speaker's window. */
  onKey(action: KeyAction): void;
}

/** The presenting window's side of the speaker's window: it opens it, and keeps it up to date. */
export class SpeakerHost {
  readonly #options: SpeakerHostOptions;
  #window: MessageEventSource | null = null;

  constructor(options: SpeakerHostOptions) {
    this.#options = options;
    addEventListener('message', (event) => this.#receive(event));
  }

  open(): void {
    const address = new URL(location.href);
    address.search = '?speaker';
    address.hash = '';
    const opened = window.open(address, 'capas-speaker', 'popup,width=1200,height=760');
    if (opened) opened.focus();
    else say(this.#options.words.popup);
  }

  update(): void {
    const shown: Shown = { capas: 'shown', ...this.#options.read() };
    this.#window?.postMessage(shown, { targetOrigin: location.protocol === 'file:' ? '*' : location.origin });
  }

  #receive(event: MessageEvent): void {
    if (!isOurs(event) || !event.source || event.source === window) return;
    const message = event.data as FromSpeaker;
    if (message?.capas === 'hello') {
      this.#window = event.source;
      this.update();
    } else if (message?.capas === 'key' && event.source === this.#window) this.#options.onKey(message.action);
  }
}
