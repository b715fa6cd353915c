import type { DeckMessage, HelperMessage } from '../protocol/messages.ts';

/** Milliseconds before the first attempt to connect again, and at most. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 5000;
/** The helper closes with this when it does not accept what the deck says (RFC 6455, section 7.4.1). */
const REFUSED = 1008;

export interface ConnectionOptions {
  address: string;
  token: string;
  lesson: string;
  capability: string;
  /** Bytes of the session's first terminal that have been seen: the helper sends what came after. */
  seen(): number;
  onMessage(message: HelperMessage): void;
  /** Output of a terminal, in the order in which it was printed. */
  onOutput(terminal: number, bytes: Uint8Array): void;
  /** Connected, lost (it is tried again), or refused for good. */
  onChange(state: 'open' | 'lost' | 'refused'): void;
}

/** The deck's line to the helper: says hello, keeps trying when it is lost, and never sends a command. */
export class Connection {
  readonly #options: ConnectionOptions;
  #socket: WebSocket | null = null;
  #wait = FIRST_WAIT;
  #refusals = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#connect();
    addEventListener('online', () => this.#retryNow());
  }

  get #isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Sends when connected; says whether it could. */
  send(message: DeckMessage): boolean {
    if (!this.#isOpen) return false;
    this.#socket?.send(JSON.stringify(message));
    return true;
  }

  #connect(): void {
    const { address, token, lesson, capability, seen, onChange } = this.#options;
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.send({ type: 'hello', token, lesson, capability, seen: seen() });
    });
    socket.addEventListener('message', ({ data }) => this.#receive(data));
    socket.addEventListener('close', ({ code }) => {
      this.#refusals = code === REFUSED ? this.#refusals + 1 : 0;
      // Twice: once may be a message of ours that crossed a restart of the helper's.
      if (this.#refusals > 1) return onChange('refused');
      onChange('lost');
      this.#planRetry();
    });
  }

  #receive(data: string | ArrayBuffer): void {
    if (typeof data === 'string') {
      const message = JSON.parse(data) as HelperMessage;
      if (message.type === 'welcome') this.#welcome();
      this.#options.onMessage(message);
      return;
    }
    const bytes = new Uint8Array(data);
    if (bytes.length > 0) this.#options.onOutput(bytes[0]!, bytes.subarray(1));
  }

  #welcome(): void {
    this.#wait = FIRST_WAIT;
    this.#refusals = 0;
    this.#options.onChange('open');
  }

  #planRetry(): void {
    setTimeout(() => this.#retryNow(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  #retryNow(): void {
    if (this.#socket?.readyState === WebSocket.CLOSED) this.#connect();
  }
}
