import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Discard, prepareDiscard } from './discard.ts';
import { makeNonce, markBody } from './marks.ts';

/** The shell that a session runs: which program, and how it is told to use our start-up file. */
export interface Shell {
  kind: 'bash' | 'zsh';
  path: string;
  version: string;
}

/** How to start a shell once; `dispose` removes the start-up file, which it has read by its first prompt. */
export interface ShellStart {
  file: string;
  args: string[];
  env: Record<string, string>;
  /** Our start-up file, for a shell that runs already. */
  startUp: string;
  discard: Discard;
  dispose(): void;
}

/** `PS0`, which says that a command starts, came with bash 4.4; macOS ships 3.2. */
const OLDEST_BASH = [4, 4] as const;

/**
 * The shell for the demos: bash where it is new enough, else zsh.
 * @throws Error where there is neither.
 */
export function chooseShell(env: NodeJS.ProcessEnv = process.env): Shell {
  const bash = probe('bash', env);
  if (bash && isAtLeast(bash.version, OLDEST_BASH)) return bash;
  const zsh = probe('zsh', env);
  if (zsh) return zsh;
  throw new Error(`no shell for the demo: install bash ${OLDEST_BASH.join('.')} or newer, or zsh`);
}

/** Writes the start-up file of our own that makes the shell print the session's marks. */
export function prepareShell(shell: Shell, nonce: string): ShellStart {
  const folder = mkdtempSync(join(tmpdir(), 'capas-shell-'));
  const dispose = () => rmSync(folder, { recursive: true, force: true });
  const file = join(folder, shell.kind === 'bash' ? 'bashrc' : '.zshrc');
  // By no name that others could foresee, and put there before.
  const guard = join(tmpdir(), `capas-guard-${makeNonce()}`);
  const discard = prepareDiscard(shell.kind, guard, nonce);
  const text = shell.kind === 'bash' ? bashStartUp(nonce, discard) : zshStartUp(nonce, discard);
  writeFileSync(file, text, { mode: 0o600 });
  const rest = { file: shell.path, startUp: file, discard, dispose };
  return shell.kind === 'bash'
    ? { args: ['--noprofile', '--rcfile', file, '-i'], env: {}, ...rest }
    : { args: ['-d', '-i'], env: { ZDOTDIR: folder }, ...rest };
}

function probe(name: Shell['kind'], env: NodeJS.ProcessEnv): Shell | null {
  const script =
    name === 'bash'
      ? `printf '%s\\n' "$BASH" "$BASH_VERSION"`
      : `print -l -- "$commands[zsh]" "$ZSH_VERSION"`;
  const flags = name === 'bash' ? ['--noprofile', '--norc'] : ['-f'];
  try {
    const said = execFileSync(name, [...flags, '-c', script], {
      env,
      encoding: 'utf8',
      timeout: 5_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [path = '', version = ''] = said.split('\n');
    return { kind: name, path: path.startsWith('/') ? path : name, version };
  } catch {
    return null;
  }
}

function isAtLeast(version: string, wanted: readonly [number, number]): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1]);
}

/** The prompt's colour, as a number of the terminal's palette, so that a theme decides what it looks like. */
const PROMPT_COLOUR = '34';

/**
 * Keys that nobody has, which put our hook in again, and an empty line, after which the hook tells the status of
 * the command before. They are typed only while the line editor waits for a line.
 */
export const ASK = '\x1b[1337~\r';

/**
 * No mark stands in `PS1`, which lessons change: the line editor shows the prompt's mark as its "mode", so that
 * it comes when the editor has the terminal and what is typed is echoed once. The others are in variables that
 * are mended before each prompt, or when the shell is asked. What our function does is written to the terminal
 * past `set -x` and a lesson's `DEBUG` trap, whose words go nowhere.
 */
function bashStartUp(nonce: string, discard: Discard): string {
  const osc = (body: string) => `\\e${body}\\a`;
  const hook = '{ __capas_ended; } >/dev/null 2>&1';
  const started = osc(markBody.started(nonce));
  const continued = `\\[${osc(markBody.continued(nonce))}\\]`;
  return [
    'unset HISTFILE MAILCHECK',
    'set +H -o ignoreeof',
    "bind 'set enable-bracketed-paste off' 2>/dev/null",
    "bind 'set bell-style none' 2>/dev/null",
    "bind 'set show-mode-in-prompt on'",
    ...['emacs', 'vi-ins', 'vi-cmd'].map(
      (mode) => `bind 'set ${mode}-mode-string "\\1${osc(markBody.prompt(nonce))}\\2"'`,
    ),
    // No prompt may be set while the line editor runs: bash would go on with the text that it freed.
    `__capas_keep() { [[ \${PROMPT_COMMAND-} == *__capas_ended* ]] || PROMPT_COMMAND='${hook}'\${PROMPT_COMMAND:+$'\\n'"$PROMPT_COMMAND"}; }`,
    ...['emacs', 'vi-insert', 'vi-command'].flatMap((map) => [
      `bind -m ${map} -x '"\\e[1337~": { __capas_keep; } >/dev/null 2>&1'`,
      `bind -m ${map} '"${discard.keys}": ""'`,
    ]),
    ...discard.script,
    '__capas_ended() {',
    '  local status=$?',
    `  printf '\\033${markBody.ended(nonce, '%s')}\\007' "$status" >/dev/tty`,
    `  [[ \${PS0-} == *'${started}'* ]] || PS0="\${PS0-}"'${started}'`,
    `  [[ \${PS2-} == *'${continued}'* ]] || PS2="\${PS2-}"'${continued}'`,
    '  export -n PROMPT_COMMAND PS0 PS2',
    `  [[ ! -O '${discard.guard}' ]] || __capas_discard`,
    // Under `set -e` a status that is not zero would end the shell.
    '  [[ $- == *e* ]] || return "$status"',
    '}',
    `PROMPT_COMMAND='${hook}'`,
    `PS1='\\[\\e[${PROMPT_COLOUR}m\\]$\\[\\e[0m\\] '`,
    "PS2='> '",
    '',
  ].join('\n');
}

/** As for bash: the line editor's own hook tells the prompts, and hooks that were taken out are put in again. */
function zshStartUp(nonce: string, discard: Discard): string {
  const tell = (body: string) => `printf '\\033${body}\\007'`;
  return [
    'unset HISTFILE MAILCHECK',
    'setopt ignore_eof interactive_comments no_bang_hist no_prompt_sp no_prompt_cr no_beep',
    'bindkey -e',
    // The line editor sets it when it is first spoken to.
    'unset zle_bracketed_paste',
    '__capas_keep() { {',
    `  precmd_functions=(__capas_ended \${precmd_functions:#__capas_ended})`,
    `  preexec_functions=(\${preexec_functions:#__capas_started} __capas_started)`,
    '  zle -N zle-line-init __capas_line',
    '} 2>/dev/null }',
    ...discard.script,
    '__capas_ended() { {',
    `  local capas=$?; ${tell(markBody.ended(nonce, '%s'))} "$capas" >/dev/tty`,
    `  __capas_keep; [[ ! -O '${discard.guard}' ]] || __capas_discard; return $capas`,
    '} 2>/dev/null }',
    `__capas_started() { { ${tell(markBody.started(nonce))} >/dev/tty } 2>/dev/null }`,
    `__capas_line() { { if [[ $CONTEXT == cont ]]; then ${tell(markBody.continued(nonce))}; else ${tell(markBody.prompt(nonce))}; fi >/dev/tty } 2>/dev/null }`,
    '__capas_keep',
    'zle -N __capas_keep',
    ...['emacs', 'viins', 'vicmd'].flatMap((map) => [
      `bindkey -M ${map} '^[[1337~' __capas_keep`,
      `bindkey -M ${map} -s '${discard.keys}' ''`,
    ]),
    `PS1=$'%{\\033[${PROMPT_COLOUR}m%}$%{\\033[0m%} '`,
    "PS2='> '",
    '',
  ].join('\n');
}
