import { type OnFault, safely } from '../../system/safely.ts';
import { isInFront, type ProgramOf, readProgram } from '../session/processes.ts';
import type { Session } from '../session/session.ts';

/** What the shell of a terminal is doing. `typed`: a line was sent and it has not answered yet. */
export type Phase = 'starting' | 'prompt' | 'continued' | 'typed' | 'busy' | 'ended' | 'closed';

/** The shell's state as this watch sees and mends it. */
export interface WatchedShell {
  phase: Phase;
  readonly session: Session;
  /** Milliseconds since it last printed something. */
  readonly quiet: number;
  /** The prompt is there, although the shell did not say so. */
  settle(): void;
  /** Begins and ends to keep from the screen what is printed. */
  mute(muted: boolean): void;
}

/** Milliseconds in which a shell that read a line says that it has begun or ended it. */
const SOON = 30;
/** Milliseconds without output after which a shell that ended a command is taken to wait for the next one. */
const CALM = 150;
/** The same while it still has to throw away what that command left unread. */
const DISCARDING = 2_000;
/** Milliseconds in which a shell that was asked answers. */
const PATIENCE = 500;

/**
 * Keeps knowing where the shell stands after a lesson changed what the shell says it with: `PROMPT_COMMAND`,
 * its traps and options, or the shell itself (`exec bash`).
 */
export class PromptWatch {
  private readonly shell: WatchedShell;
  private readonly onFault: OnFault;
  private own: ProgramOf | null = null;
  private timer: NodeJS.Timeout | undefined;
  private asked = false;
  private adopting: Promise<boolean> | null = null;

  constructor(shell: WatchedShell, onFault: OnFault) {
    this.shell = shell;
    this.onFault = onFault;
  }

  /** Resolves when it is known which program the shell is; to be called before anything is typed. */
  async know(): Promise<void> {
    this.own ??= await readProgram(this.shell.session.pid);
  }

  /** The line editor shows a prompt, and the shell did not say that a command ended. */
  promptSeen(): void {
    if (this.shell.phase === 'busy') this.ask();
    // A prompt is shown again when the window changes; or the line did nothing.
    else if (this.shell.phase === 'typed') this.later(SOON, () => this.askIfStill('typed'));
  }

  /** The shell read a line, or got another one: what was waited for is over. */
  moved(): void {
    clearTimeout(this.timer);
    if (this.asked) this.shell.mute(false);
    this.asked = false;
  }

  /** A command ended: the prompt follows, if only its text. */
  ended(): void {
    this.asked = false;
    this.whenCalm('ended', () => this.shell.settle(), this.shell.session.guarded ? DISCARDING : CALM);
  }

  /** Something was printed while a command runs. */
  printed(): void {
    if (this.shell.phase === 'busy') this.whenCalm('busy', () => this.adopt());
  }

  /**
   * A shell that took the place of ours knows nothing of us: it gets our start-up file too, and says when it
   * waits for a line. Resolves with whether there was one.
   */
  adopt(): Promise<boolean> {
    this.adopting ??= this.lookForAnother().finally(() => {
      this.adopting = null;
    });
    return this.adopting;
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private async lookForAnother(): Promise<boolean> {
    const { session } = this.shell;
    const now = await readProgram(session.pid);
    if (this.own?.started === now.started || !SHELL.test(now.words)) return false;
    if (!(await isInFront(session.pid)) || this.shell.phase !== 'busy') return false;
    this.own = now;
    this.shell.mute(true);
    session.introduce(/zsh/.test(now.words) ? 'zsh' : 'bash');
    this.later(PATIENCE, () => this.shell.mute(false));
    return true;
  }

  private async askIfStill(phase: Phase): Promise<void> {
    if ((await isInFront(this.shell.session.pid)) && this.shell.phase === phase) this.ask();
  }

  private ask(): void {
    if (this.asked) return;
    this.asked = true;
    this.shell.mute(true);
    this.shell.session.ask();
    this.later(PATIENCE, () => {
      if (this.asked) this.shell.settle();
    });
  }

  private whenCalm(phase: Phase, call: () => unknown, calm = CALM): void {
    const look = () => {
      if (this.shell.phase !== phase) return;
      const left = calm - this.shell.quiet;
      if (left > 0) this.later(left, look);
      else return call();
    };
    this.later(calm, look);
  }

  private later(milliseconds: number, call: () => unknown): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(safely(this.onFault, call), milliseconds);
    this.timer.unref();
  }
}

/** An interactive bash or zsh, without a script. */
const SHELL = /^(?:\S*\/)?-?(?:bash|zsh)(?: --(?:rcfile|init-file) \S+| -\S+)*$/;
