import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markBody } from './marks.ts';

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
  const text = shell.kind === 'bash' ? bashStartUp(nonce) : zshStartUp(nonce);
  writeFileSync(file, text, { mode: 0o600 });
  return shell.kind === 'bash'
    ? { file: shell.path, args: ['--noprofile', '--rcfile', file, '-i'], env: {}, dispose }
    : { file: shell.path, args: ['-d', '-i'], env: { ZDOTDIR: folder }, dispose };
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
 * `\[ \]` stands around what has no width in PS1 and PS2, but not in PS0, which would print it. A mark comes
 * last in a prompt: by then readline has the terminal, and what is typed is echoed once.
 */
function bashStartUp(nonce: string): string {
  const osc = (body: string) => `\\e${body}\\a`;
  return [
    'unset HISTFILE MAILCHECK',
    'set +H -o ignoreeof',
    "bind 'set enable-bracketed-paste off' 2>/dev/null",
    "bind 'set bell-style none' 2>/dev/null",
    `__capas_ended() { local status=$?; printf '\\033${markBody.ended(nonce, '%s')}\\007' "$status"; return "$status"; }`,
    'PROMPT_COMMAND=__capas_ended',
    `PS0='${osc(markBody.started(nonce))}'`,
    `PS1='\\[\\e[${PROMPT_COLOUR}m\\]$\\[\\e[0m\\] \\[${osc(markBody.prompt(nonce))}\\]'`,
    `PS2='> \\[${osc(markBody.continued(nonce))}\\]'`,
    '',
  ].join('\n');
}

function zshStartUp(nonce: string): string {
  const osc = (body: string) => `\\033${body}\\007`;
  return [
    'unset HISTFILE MAILCHECK',
    'setopt ignore_eof interactive_comments no_bang_hist no_prompt_sp no_prompt_cr no_beep',
    'unset zle_bracketed_paste',
    'bindkey -e',
    `precmd() { local capas=$?; printf '${osc(markBody.ended(nonce, '%s'))}' "$capas" }`,
    `preexec() { printf '${osc(markBody.started(nonce))}' }`,
    `PS1=$'%{\\033[${PROMPT_COLOUR}m%}$%{\\033[0m%} %{${osc(markBody.prompt(nonce))}%}'`,
    `PS2=$'> %{${osc(markBody.continued(nonce))}%}'`,
    '',
  ].join('\n');
}
