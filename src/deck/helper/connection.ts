import type { DeckMessage, HelperMessage } from '../../protocol/messages.ts';
import { proofParts } from '../../protocol/proof.ts';
import { fetchPass, type Pass, toHex } from './window-pass.ts';

/** Milliseconds before the first attempt to connect again, and at most. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 5000;
/** The helper closes with this when it does not accept what the deck says (RFC 6455, section 7.4.1). */
const REFUSED = 1008;

export interface ConnectionOptions {
  /** The folder of the helper's own addresses, with a slash at its end. */
  address: URL;
  lesson: string;
  capability: string;
  /** Bytes of the session's first terminal that have been seen: the helper sends what came after. */
  seen(): number;
  /** A challenge of anybody's; all else from the helper that let this window in only. */
  onMessage(message: HelperMessage): void;
  /** Output of a terminal, in the order in which it was printed. */
  onOutput(terminal: number, bytes: Uint8Array): void;
  /** Lost, or not let in; it is tried again, unless what the deck says is refused. */
  onLoss(state: 'lost' | 'refused'): void;
}

/** The deck's line to the helper: proves who it is, keeps trying when it is lost, and never sends a command. */
export class Connection {
  readonly #options: ConnectionOptions;
  #pass: Pass | null = null;
  #socket: WebSocket | null = null;
  #challenge = '';
  /** The helper on the other side is the one that let this window in. */
  #isKnown = false;
  #wait = FIRST_WAIT;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #refusals = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    void this.#connect();
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

  /** Says hello to the helper that this window knows, and to nobody else. */
  async greet({ challenge, proof }: Extract<HelperMessage, { type: 'challenge' }>): Promise<void> {
    const socket = this.#socket;
    const pass = this.#pass;
    if (this.#isKnown || !pass) return;
    const expected = await pass.sign(proofParts('helper', this.#challenge, location.host));
    const own = await pass.sign(proofParts('window', challenge, location.host));
    if (socket !== this.#socket) return;
    if (proof !== expected) return socket?.close();
    this.#isKnown = true;
    const { lesson, capability, seen } = this.#options;
    this.send({ type: 'hello', proof: own, lesson, capability, seen: seen() });
  }

  /** The helper was killed and began anew, at another place: in by a key, and back to this slide. */
  move(to: string): void {
    const here = `${this.#options.lesson}/${location.search}${location.hash}`;
    location.replace(`${to}&to=${encodeURIComponent(here)}`);
  }

  /** The helper has let this window in: what went wrong before counts no longer. */
  settle(): void {
    this.#wait = FIRST_WAIT;
    this.#refusals = 0;
  }

  async #connect(): Promise<void> {
    const pass = this.#pass ?? (await this.#ask());
    if (pass === 'lost' || pass === 'refused') return this.#planRetry(pass);
    this.#pass = pass;
    const address = new URL('socket', this.#options.address);
    address.protocol = 'ws:';
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    this.#isKnown = false;
    this.#challenge = toHex(crypto.getRandomValues(new Uint8Array(16)));
    socket.addEventListener('open', () => {
      this.send({ type: 'knock', window: pass.window, challenge: this.#challenge });
    });
    socket.addEventListener('message', ({ data }) => this.#receive(data));
    socket.addEventListener('close', ({ code }) => void this.#lose(code));
  }

  /** A pass is asked for once: another one, from whoever answers then, would vouch for them. */
  async #ask(): Promise<Pass | 'lost' | 'refused'> {
    try {
      return (await fetchPass(new URL('window', this.#options.address).href)) ?? 'refused';
    } catch {
      return 'lost';
    }
  }

  async #lose(code: number): Promise<void> {
    this.#refusals = code === REFUSED ? this.#refusals + 1 : 0;
    // Twice: once may be a message of ours that crossed a restart of the helper's.
    if (this.#refusals > 1) return this.#options.onLoss('refused');
    const isRefused = !this.#isKnown && (await this.#ask()) === 'refused';
    this.#planRetry(isRefused ? 'refused' : 'lost');
  }

  #receive(data: string | ArrayBuffer): void {
    if (typeof data === 'string') {
      const message = JSON.parse(data) as HelperMessage;
      if (this.#isKnown || message.type === 'challenge') this.#options.onMessage(message);
      return;
    }
    const bytes = new Uint8Array(data);
    if (this.#isKnown && bytes.length > 0) this.#options.onOutput(bytes[0]!, bytes.subarray(1));
  }

  #planRetry(state: 'lost' | 'refused'): void {
    this.#options.onLoss(state);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#retryNow(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  #retryNow(): void {
    clearTimeout(this.#retry);
    if (this.#socket === null || this.#socket.readyState === WebSocket.CLOSED) void this.#connect();
  }
}
