import { looksLikePrompt } from '../../shell/waiting.ts';
import { type OnFault, safely } from '../../system/safely.ts';
import type { Session, SessionEvent } from '../session/session.ts';
import { type Phase, PromptWatch } from './prompt-watch.ts';

export type Wait = 'met' | 'aborted' | 'timeout' | 'closed';

/** How much of the latest output is looked at for a prompt, in characters. */
const TAIL = 2_000;

/**
 * A session as the runner sees it: where the shell stands, what the last line on the screen is, and waiting
 * for conditions on both.
 */
export class DemoTerminal {
  readonly number: number;
  readonly session: Session;
  phase: Phase = 'starting';
  /** Status of the command that ended last. */
  status = 0;
  /** Whether a command ran since the last line was typed: a syntax error ends without starting. */
  ran = false;
  /** Somebody typed by hand since the last prompt. */
  touched = false;
  /** The step whose output it is now; `null` for prompts, echoes and what is typed by hand. */
  owner: string | null = null;
  /** Whether the program that runs has shown a prompt since it began, or since something was typed into it. */
  prompted = false;
  /** Whether the program that ended last left unread what was typed into it; it was thrown away then. */
  unread = false;
  /** Whether something was printed since a person typed last. */
  heard = true;
  private ownerAfterEcho: string | null = null;
  private ownerWhenStarted: string | null = null;
  private tail = '';
  private outputAt = performance.now();
  private echoed = false;
  private readonly watchers = new Set<() => void>();
  readonly watch: PromptWatch;
  private readonly onOutput: (bytes: Uint8Array, owner: string | null) => void;
  private readonly onEvent: (event: SessionEvent) => void;
  private muted = false;

  constructor(
    number: number,
    session: Session,
    onOutput: (bytes: Uint8Array, owner: string | null) => void,
    onEvent: (event: SessionEvent) => void,
    onFault: OnFault = () => {},
  ) {
    this.number = number;
    this.session = session;
    this.onOutput = onOutput;
    this.onEvent = onEvent;
    this.watch = new PromptWatch(this, onFault);
    session.listen((event) => this.hear(event));
  }

  /** Whether the shell itself waits for a command. */
  get idle(): boolean {
    return this.phase === 'prompt';
  }

  /** Sends one line to the shell; its answer is a change of {@link phase}. What it prints is `owner`'s. */
  typeLine(line: string, owner: string): void {
    this.phase = 'typed';
    this.ran = false;
    this.watch.moved();
    this.ownerWhenStarted = owner;
    this.session.write(`${typeable(line)}\r`);
  }

  /** Sends one line to the program that is open; what it prints after the echo belongs to `owner`. */
  typeInside(line: string, owner: string): void {
    this.owner = null;
    this.prompted = false;
    this.unread = false;
    this.ownerAfterEcho = owner;
    this.echoed = false;
    this.outputAt = performance.now();
    this.session.write(`${typeable(line)}\r`);
  }

  /** The prompt is there, although the shell did not say so; of a command that ended unheard no status is known. */
  settle(): void {
    if (this.phase !== 'ended') this.hear({ type: 'ended', status: 0 });
    this.hear({ type: 'prompt' });
  }

  /** Begins and ends to keep from the screen what is printed; the cursor's line is written anew after that. */
  mute(muted: boolean): void {
    if (this.muted && !muted) this.onOutput(CLEAR_LINE, null);
    this.muted = muted;
  }

  /** Sends what a person typed. */
  typeByHand(data: string): void {
    this.prompted = false;
    this.heard = false;
    if (this.phase === 'prompt' || this.phase === 'continued') this.touched = true;
    this.session.write(data);
  }

  /** Sends what the terminal answered to the program that runs. */
  answerProgram(data: string): void {
    if (this.phase !== 'busy' || this.muted) return;
    this.session.guard();
    this.session.write(data);
  }

  /** Sends keys as they are, e.g. `\x04`; forgets what was on the line. */
  press(keys: string): void {
    this.echoed = false;
    this.outputAt = performance.now();
    this.session.write(keys);
  }

  /** Whether the line that was typed last was answered by a new line. */
  get answered(): boolean {
    return this.echoed;
  }

  /** Milliseconds since it last printed something (or was typed into). */
  get quiet(): number {
    return performance.now() - this.outputAt;
  }

  /** What stands on the cursor's line, without colours and titles. */
  get lastLine(): string {
    const plain = withLines(this.tail).replace(ESCAPES, '').replace(/\r+\n/g, '\n');
    return plain.slice(Math.max(plain.lastIndexOf('\n'), plain.lastIndexOf('\r')) + 1);
  }

  /**
   * Waits until `check` holds: `true`, or a number of milliseconds after which to look again if nothing is
   * printed until then, or `false` to look again at the next output.
   */
  wait(
    check: () => boolean | number,
    options: { timeout?: number | null; signal?: AbortSignal } = {},
  ): Promise<Wait> {
    const { timeout = null, signal } = options;
    return new Promise((resolve, reject) => {
      let again: NodeJS.Timeout | undefined;
      const stop = () => {
        clearTimeout(again);
        clearTimeout(limit);
        this.watchers.delete(look);
        signal?.removeEventListener('abort', onAbort);
      };
      const finish = (result: Wait) => {
        stop();
        resolve(result);
      };
      const onAbort = () => finish('aborted');
      const lookOnce = () => {
        clearTimeout(again);
        const answer = check();
        if (answer === true) finish('met');
        else if (this.phase === 'closed') finish('closed');
        else if (answer !== false) again = setTimeout(look, Math.max(1, answer));
      };
      const look = safely((fault) => {
        stop();
        reject(fault);
      }, lookOnce);
      const limit = timeout === null ? undefined : setTimeout(() => finish('timeout'), timeout);
      if (signal?.aborted) return onAbort();
      signal?.addEventListener('abort', onAbort, { once: true });
      this.watchers.add(look);
      look();
    });
  }

  private hear(event: SessionEvent): void {
    if (event.type === 'output') this.handleOutput(event.bytes);
    else this.handleMark(event);
    this.onEvent(event);
    for (const check of [...this.watchers]) check();
  }

  private handleOutput(bytes: Uint8Array): void {
    if (this.muted) return;
    const { onOutput } = this;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.outputAt = performance.now();
    this.watch.printed();
    this.tail = (this.tail + text.subarray(-TAIL).toString('utf8')).slice(-TAIL);
    this.heard = true;
    this.prompted ||= looksLikePrompt(this.lastLine);
    const echo = this.echoed ? 0 : findEchoEnd(text);
    if (echo === 0 || this.ownerAfterEcho === null) {
      this.echoed ||= echo > 0;
      onOutput(bytes, this.owner);
      return;
    }
    this.echoed = true;
    onOutput(bytes.subarray(0, echo), null);
    this.owner = this.ownerAfterEcho;
    this.ownerAfterEcho = null;
    if (echo < bytes.length) onOutput(bytes.subarray(echo), this.owner);
  }

  private handleMark(event: Exclude<SessionEvent, { type: 'output' }>): void {
    switch (event.type) {
      case 'started':
        this.phase = 'busy';
        this.ran = true;
        this.prompted = false;
        this.watch.moved();
        this.tail = '';
        this.owner = this.ownerWhenStarted;
        this.ownerWhenStarted = null;
        break;
      case 'ended':
        this.phase = 'ended';
        this.status = event.status;
        this.touched = false;
        this.owner = null;
        this.ownerAfterEcho = null;
        this.ownerWhenStarted = null;
        this.watch.ended();
        break;
      case 'prompt':
        if (this.phase === 'busy') this.owner = null;
        if (this.phase === 'busy' || this.phase === 'typed') this.watch.promptSeen();
        else if (this.phase !== 'continued') this.phase = 'prompt';
        if (this.phase === 'prompt') this.mute(false);
        break;
      case 'discarding':
        break;
      case 'discarded':
        this.unread = event.any;
        this.watch.ended();
        break;
      case 'continued':
        this.phase = 'continued';
        this.watch.moved();
        break;
      case 'exited':
        this.phase = 'closed';
        this.watch.close();
        this.status = event.status;
        this.owner = null;
        break;
    }
  }
}

const CLEAR_LINE = Buffer.from('\r\x1b[K');

/** Escape sequences: CSI, OSC, and the short ones. */
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])/g;

/** What a line editor that draws its lines itself (irb's) sends in place of an end of line. */
const DOWN = '\x1b[1B';

/** Where the echo of a typed line ends; 0 while it has not come. */
function findEchoEnd(text: Buffer): number {
  const ends = ['\n', DOWN].flatMap((end) => (text.includes(end) ? text.indexOf(end) + end.length : []));
  return ends.length === 0 ? 0 : Math.min(...ends);
}

/** Movements of the cursor to another line, and to the first column, as the ends of lines that they come to. */
function withLines(text: string): string {
  return text
    .replace(/\x1b\[\d*[ABEF]/g, '\n')
    .replace(/(?:\x1b\[\d*G)+/g, (moves) => (/\[1?G$/.test(moves) ? '\r' : ''));
}

/** A line editor takes a tab for a request to complete: Ctrl-V before it, as one would type it. */
function typeable(line: string): string {
  return line.replace(/\0/g, '').replace(/[\x01-\x1f\x7f]/g, '\x16$&');
}
