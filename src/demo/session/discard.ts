import { makeNonce, markBody } from './marks.ts';

/** Ends the keys that release: the record separator, which neither people nor terminals type. */
const END = '\x1e';

/** How a shell throws away what the program that ended has left unread in the terminal. */
export interface Discard {
  /** While this file is there, the shell does so after each command. */
  guard: string;
  /** Keys at which it stops to do so, and goes on to its prompt. */
  release: string;
  /** The same as the shell's line editor names them: they do nothing there, should it be too late for them. */
  keys: string;
  /** The lines of a start-up file that define `__capas_discard`. */
  script: string[];
}

/**
 * The line editor would take for a command what was meant for the program. What is read until our keys come was
 * typed before the helper knew that the program had ended: it types them when it hears the mark, and by then
 * nothing more for the program. `read` itself shows the mark, as its prompt, since it has the echo off by then.
 */
export function prepareDiscard(kind: 'bash' | 'zsh', guard: string, nonce: string): Discard {
  const keys = `[1338;${makeNonce()}`;
  const mark = `$'\\e${markBody.discarding(nonce)}\\a'`;
  const read =
    kind === 'bash'
      ? `builtin read -rs -d $'\\x1e' -p ${mark} piece 2>/dev/tty`
      : `builtin read -rs -d $'\\x1e' "piece?"${mark}`;
  const script = [
    '__capas_discard() {',
    // A lesson's `set -x` traces nothing of this.
    kind === 'bash' ? '  local -; set +x +T' : '  setopt local_options no_xtrace',
    "  local piece='' any=0",
    `  while IFS= ${read}; do`,
    `    [[ $piece == $'\\e${keys}' ]] && break`,
    '    any=1',
    `    [[ $piece == *$'\\e${keys}' ]] && break`,
    '  done </dev/tty',
    `  printf '\\033${markBody.discarded(nonce, '%s')}\\007' "$any" >/dev/tty`,
    '}',
  ];
  return {
    guard,
    release: `\x1b${keys}${END}`,
    keys: kind === 'bash' ? `\\e${keys}\\x1e` : `^[${keys}^^`,
    script,
  };
}
