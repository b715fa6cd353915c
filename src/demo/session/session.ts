import { rmSync, writeFileSync } from 'node:fs';
import { type IPty, spawn } from '@lydell/node-pty';
import { type OnFault, safely } from '../../system/safely.ts';
import { makeShellEnvironment } from './environment.ts';
import { type Mark, MarkFilter, makeNonce } from './marks.ts';
import { SESSION_MARK } from './processes.ts';
import { ASK, chooseShell, prepareShell, type Shell, type ShellStart } from './shell.ts';
import { sweep } from './sweep.ts';

export interface SessionOptions {
  cwd: string;
  /** What the shell's environment is chosen from; the process's own by default. */
  env?: NodeJS.ProcessEnv;
  columns: number;
  rows: number;
  /** The shell to run; by default the one that {@link chooseShell} finds. */
  shell?: Shell;
  /** The mark of the run that the session belongs to; its processes carry it, and a part of their own. */
  mark?: string;
  /** Hears of what a listener throws, and of what goes wrong with the terminal; by default nobody does. */
  onFault?: OnFault;
  /** Closes the session when it fires. */
  signal?: AbortSignal;
}

/** What happens in a session, in the order in which it happens. Marks are never part of the output. */
export type SessionEvent = { type: 'output'; bytes: Uint8Array } | Mark | { type: 'exited'; status: number };

/** One shell in a pseudo-terminal, whose commands say when they start, end, and with which status. */
export interface Session {
  readonly pid: number;
  readonly shell: Shell;
  readonly columns: number;
  readonly rows: number;
  readonly closed: boolean;
  /** Subscribes; the result unsubscribes. Listeners are called in order, synchronously. */
  listen(listener: (event: SessionEvent) => void): () => void;
  /** Types. Does nothing once the shell is gone. */
  write(data: string): void;
  /** Asks the shell, whose line editor waits for a line, for the end of its last command: a mark answers. */
  ask(): void;
  /**
   * From now on, what the command that runs, or is typed next, leaves unread is thrown away when it ends: to be
   * called before anything is typed that the shell must not take for a command.
   */
  guard(): void;
  /** False also where the guard can't be written. */
  readonly guarded: boolean;
  /** Gives our start-up file to a shell that took the place of ours and waits for a line. */
  introduce(kind: Shell['kind']): void;
  resize(columns: number, rows: number): void;
  /** Flow control: stops reading, so that a flooding command blocks; `resume` goes on. */
  pause(): void;
  resume(): void;
  /** The tty of the shell, e.g. `/dev/pts/3`; empty where it is unknown. */
  readonly tty: string;
  /** Ends the shell and every process that it started. Resolves when they are gone; safe to call twice. */
  close(): Promise<void>;
}

/**
 * Starts a shell of our own in a pseudo-terminal: no profile, no history file, a `$ ` prompt.
 * @throws Error where there is no usable shell.
 */
export function openSession(options: SessionOptions): Session {
  const shell = options.shell ?? chooseShell(options.env);
  const nonce = makeNonce();
  const start = prepareShell(shell, nonce);
  // Not the nonce: every command sees it.
  const mark = `${options.mark ?? makeNonce()}.${makeNonce()}`;
  try {
    const terminal = spawn(start.file, start.args, {
      cwd: options.cwd,
      env: makeShellEnvironment(options.env ?? process.env, { ...start.env, [SESSION_MARK]: mark }),
      cols: options.columns,
      rows: options.rows,
      encoding: null,
    });
    return new PtySession(terminal, shell, nonce, mark, start, options);
  } catch (cause) {
    start.dispose();
    throw new Error(`could not start ${shell.path} in ${options.cwd}`, { cause });
  }
}

class PtySession implements Session {
  readonly shell: Shell;
  columns: number;
  rows: number;
  closed = false;
  guarded = false;
  private readonly terminal: IPty;
  private readonly listeners = new Set<(event: SessionEvent) => void>();
  private readonly exit: Promise<void>;
  private closing: Promise<void> | null = null;
  private readonly onFault: OnFault;
  private readonly nonce: string;
  private readonly mark: string;
  private start: ShellStart;

  constructor(
    terminal: IPty,
    shell: Shell,
    nonce: string,
    mark: string,
    start: ShellStart,
    { signal, onFault = () => {} }: Pick<SessionOptions, 'signal' | 'onFault'>,
  ) {
    this.onFault = onFault;
    this.nonce = nonce;
    this.mark = mark;
    this.start = start;
    this.terminal = terminal;
    this.shell = shell;
    this.columns = terminal.cols;
    this.rows = terminal.rows;
    const filter = new MarkFilter(nonce);
    const emitBytes = (bytes: Uint8Array) => this.emit({ type: 'output', bytes });
    const emitMark = (mark: Mark) => {
      // By its first prompt the shell has read the start-up file.
      if (mark.type === 'prompt') safely(onFault, this.start.dispose)();
      if (mark.type === 'discarding') this.release();
      this.emit(mark);
    };
    // With `encoding: null` the data are bytes, whatever the type says.
    terminal.onData(safely(onFault, (data) => filter.push(data as unknown as Buffer, emitBytes, emitMark)));
    this.exit = new Promise((resolve) => {
      terminal.onExit(({ exitCode, signal }) => {
        const rest = filter.rest();
        if (rest.length > 0) emitBytes(rest);
        safely(onFault, this.start.dispose)();
        this.unguard();
        this.closed = true;
        // As shells tell of what a signal ended.
        this.emit({ type: 'exited', status: signal ? 128 + signal : exitCode });
        this.listeners.clear();
        resolve();
        // A shell that ended by itself leaves nothing either.
        safely(onFault, () => this.close())();
      });
    });
    const onAbort = safely(onFault, () => this.close());
    signal?.addEventListener('abort', onAbort, { once: true });
    void this.exit.then(() => signal?.removeEventListener('abort', onAbort));
    if (signal?.aborted) onAbort();
  }

  get pid(): number {
    return this.terminal.pid;
  }

  get tty(): string {
    return (this.terminal as IPty & { ptsName?: string }).ptsName ?? '';
  }

  listen(listener: (event: SessionEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  write(data: string): void {
    if (!this.closed) this.terminal.write(data);
  }

  ask(): void {
    this.write(ASK);
  }

  guard(): void {
    if (this.guarded || this.closed) return;
    try {
      writeFileSync(this.start.discard.guard, '', { mode: 0o600, flag: 'wx' });
      this.guarded = true;
    } catch (fault) {
      this.onFault(fault);
    }
  }

  introduce(kind: Shell['kind']): void {
    this.start.dispose();
    this.unguard();
    this.start = prepareShell({ ...this.shell, kind }, this.nonce);
    this.write(` . '${this.start.startUp}'\r`);
  }

  resize(columns: number, rows: number): void {
    if (this.closed || (columns === this.columns && rows === this.rows)) return;
    try {
      this.terminal.resize(columns, rows);
      this.columns = columns;
      this.rows = rows;
    } catch {
      // The shell went away between its end and our hearing of it (EBADF): nothing is left to resize.
    }
  }

  pause(): void {
    if (!this.closed) this.terminal.pause();
  }

  resume(): void {
    if (!this.closed) this.terminal.resume();
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private emit(event: SessionEvent): void {
    for (const listener of [...this.listeners]) safely(this.onFault, listener)(event);
  }

  /** The shell throws away what was typed until it reads these keys: all that came before we heard of it. */
  private release(): void {
    this.unguard();
    this.write(this.start.discard.release);
  }

  private unguard(): void {
    if (!this.guarded) return;
    this.guarded = false;
    safely(this.onFault, () => rmSync(this.start.discard.guard, { force: true }))();
  }

  private async end(): Promise<void> {
    this.resume();
    await sweep({ isMarked: (mark) => mark === this.mark, ...(!this.closed && { shell: this.pid }) });
    await this.exit;
  }
}
