import { killForeground } from '../session/processes.ts';
import type { DemoTerminal } from './terminal.ts';

/** How a program was left: by end of file, interrupted, killed; or not at all. */
export type Leaving = 'left' | 'interrupted' | 'killed' | 'stuck';

const END_OF_FILE = '\x04';
const INTERRUPT = '\x03';
const QUIT = '\x1c';

/** Programs may be open within one another, each of which ends a level: this many at most. */
const DEEPEST = 6;
/** A container's shell takes a while to be gone: the engine has to stop it. In milliseconds. */
const PATIENCE = 3_000;
/** A prompt that stays this long is a level that was left, or a program that took no notice. */
const CALM = 250;

/**
 * Leaves the program that is open in a terminal: by end of file, which is how the sessions of a lesson are
 * meant to end, then by interrupting it, then by force.
 */
export async function leaveProgram(terminal: DemoTerminal): Promise<Leaving> {
  if (await endOfFile(terminal)) return 'left';
  terminal.press(INTERRUPT);
  await terminal.wait(() => terminal.idle || (terminal.answered && CALM - terminal.quiet <= 0) || CALM, {
    timeout: 1_000,
  });
  if (terminal.idle || (await endOfFile(terminal))) return 'interrupted';
  return interruptProgram(terminal);
}

/**
 * Milliseconds of silence after which the shell has answered a key, too. A command may have ended by itself just
 * before: then its prompt comes first, the key reaches the shell's line editor, and that drops what was typed on.
 */
const SILENCE = 120;

/** Stops the command that runs: Ctrl-C as a person would, then Ctrl-\, then by killing what has the terminal. */
export async function interruptProgram(terminal: DemoTerminal): Promise<Leaving> {
  for (const [key, timeout] of [
    [INTERRUPT, 1_000],
    [INTERRUPT, 500],
    [INTERRUPT, 500],
    [QUIT, 500],
  ] as const) {
    terminal.press(key);
    if (!(await isBack(terminal, timeout))) continue;
    await terminal.wait(() => terminal.quiet >= SILENCE || SILENCE - terminal.quiet, { timeout: 1_000 });
    return 'interrupted';
  }
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    await killForeground(terminal.session.pid, signal);
    if (await isBack(terminal, 1_000)) return 'killed';
  }
  return 'stuck';
}

async function endOfFile(terminal: DemoTerminal): Promise<boolean> {
  for (let level = 0; level < DEEPEST; level++) {
    const before = terminal.lastLine;
    terminal.press(END_OF_FILE);
    // Another prompt than before, and calm: one level is left, or a program that was still starting did not
    // hear; in both cases what waits there now wants its own end of file.
    const step = () => {
      if (terminal.idle) return true;
      const isAnother = terminal.answered ? terminal.lastLine !== '' : terminal.lastLine !== before;
      return isAnother && (terminal.quiet >= CALM || CALM - terminal.quiet);
    };
    const result = await terminal.wait(step, { timeout: PATIENCE });
    if (terminal.idle) return true;
    if (result !== 'met' || terminal.lastLine === before) return false;
  }
  return false;
}

async function isBack(terminal: DemoTerminal, timeout: number): Promise<boolean> {
  await terminal.wait(() => terminal.idle, { timeout });
  return terminal.idle || terminal.phase === 'closed';
}
