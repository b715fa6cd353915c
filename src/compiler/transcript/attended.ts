import type { CommandFacts } from '../../shell/command.ts';
import type { Step } from '../model.ts';

/** Where a command is typed, as far as it matters for who must sit there. */
export interface Keyboard {
  /** At the host's prompt, where root's commands change the teacher's own machine. */
  host: boolean;
  /** At a root prompt. */
  root: boolean;
  /** What the author shows below the command. */
  output: string;
}

/** Why a command can't run with nobody at the keyboard; `null` when it can. */
export function findReason(
  does: CommandFacts,
  placeholders: readonly string[],
  { host, root, output }: Keyboard,
): Step['attended'] {
  if (placeholders.length > 0) return 'placeholder';
  if (does.fillsScreen) return 'editor';
  if (does.asks || asksInOutput(output)) return 'input';
  // What stays open is left: it is not endless.
  if (does.endless && does.opens === null && !hasFailed(output)) return 'endless';
  return host && (root || does.changesMachine) ? 'machine' : null;
}

/** A question at the end of what the author shows, or a password. */
function asksInOutput(output: string): boolean {
  return /^\s*(?:Enter password|Password|Contraseña|Username|Login|Usuario|Enter passphrase|\? Please enter)\b[^\n]*:?|\[[yYsS]\/?[nN]\]|\(yes\/no/im.test(
    output,
  );
}

/** An error in what the author shows ends what else would go on: `ping: bad address`. */
function hasFailed(output: string): boolean {
  return /bad address|unknown host|not known|could not resolve|no such host/i.test(output);
}
