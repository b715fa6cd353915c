import type { DeckMessage, HelperMessage } from '../../protocol/messages.ts';
import { proofParts } from '../../protocol/proof.ts';
import { isSame, makeSecret } from '../guard/secret.ts';
import type { Entry } from './entry.ts';

type Hello = Extract<DeckMessage, { type: 'hello' }>;

/**
 * How a window and the helper get to know each other on one connection: the window knocks, each proves the
 * secret that they share, and the window says hello.
 */
export class Greeting {
  private readonly entry: Entry;
  private readonly host: string;
  private readonly browser: string | null;
  private readonly challenge = makeSecret();
  private window: string | null = null;

  /** `browser`: who has shown a cookie; `null` for a window of a helper that was killed. */
  constructor(entry: Entry, host: string, browser: string | null) {
    this.entry = entry;
    this.host = host;
    this.browser = browser;
  }

  /** What is to be answered to a message, or the hello of a window that may come in; `null` to refuse. */
  take(message: DeckMessage): { answer: HelperMessage } | { hello: Hello } | null {
    if (message.type === 'knock') return this.answerKnock(message);
    if (message.type === 'hello') return this.answerHello(message);
    return null;
  }

  private answerKnock({ window, challenge }: Extract<DeckMessage, { type: 'knock' }>) {
    const isOwn = this.browser === null || this.entry.ownerOf(window) === this.browser;
    if (!isOwn || this.window !== null) return null;
    this.window = window;
    const proof = this.entry.prove(window, proofParts('helper', challenge, this.host));
    const answer: HelperMessage = { type: 'challenge', challenge: this.challenge, proof };
    return { answer };
  }

  private answerHello(hello: Hello) {
    if (this.window === null) return null;
    const expected = this.entry.prove(this.window, proofParts('window', this.challenge, this.host));
    if (!isSame(expected, hello.proof)) return null;
    if (this.browser === null) {
      const answer: HelperMessage = { type: 'moved', to: this.entry.invite() };
      return { answer };
    }
    // What a tab chose for itself counts for the browser only that it is in.
    return { hello: { ...hello, capability: `${this.browser} ${hello.capability}` } };
  }
}
