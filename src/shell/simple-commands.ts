import { readTokens } from './tokens.ts';

/** A command taken apart: what a shell would make of its words, without expanding anything. */
export interface SimpleCommand {
  /** The program's name without its folder: `docker`, `bash`. */
  name: string;
  args: string[];
  /** What stands before the program: `sudo`, `time`, assignments. */
  before: string[];
  /** Whether its input or output is another command. */
  piped: boolean;
  /** Whether its input is a file or a here-document. */
  redirectedInput: boolean;
}

/** The simple commands of a command line, in order: `a && b | c` has three. */
export function splitCommand(command: string): SimpleCommand[] {
  const commands: SimpleCommand[] = [];
  let words: string[] = [];
  let piped = false;
  let redirectedInput = false;
  let target = false;
  for (const token of readTokens(command)) {
    if (token.kind === 'word') {
      if (!target) words.push(token.text);
      target = false;
    } else if (token.text === '>&') target = false;
    else if (token.text === '>') target = true;
    else if (token.text === '<' || token.text === '<<') {
      redirectedInput = true;
      target = true;
    } else {
      const pipe = token.text === '|';
      if (words.length > 0) commands.push(makeSimple(words, piped || pipe, redirectedInput));
      words = [];
      redirectedInput = false;
      piped = pipe;
    }
  }
  if (words.length > 0) commands.push(makeSimple(words, piped, redirectedInput));
  return commands;
}

/** The command that a program is given to run in its turn (`watch docker ps`), read from where that one reads. */
export function asCommand(words: readonly string[], runner: SimpleCommand): SimpleCommand[] {
  return words.length === 0 ? [] : [makeSimple(words, runner.piped, runner.redirectedInput)];
}

const prefixes = new Set(['sudo', 'time', 'winpty', 'exec', 'command', 'nohup', 'env', 'doas', 'nice']);
/** Prefixes' options that take a value. */
const valued = new Set(['-u', '-g', '-h', '-C', '-n']);

function makeSimple(words: readonly string[], piped: boolean, redirectedInput: boolean): SimpleCommand {
  let at = 0;
  while (at < words.length - 1) {
    const word = words[at]!;
    if (/^[A-Za-z_]\w*=/.test(word)) at += 1;
    else if (prefixes.has(word) && !isProgramItself(words, at)) at = skipOptions(words, at + 1);
    else break;
  }
  const name = words[at]!.replace(/^.*\//, '');
  return {
    name: name || words[at]!,
    args: words.slice(at + 1),
    before: words.slice(0, at),
    piped,
    redirectedInput,
  };
}

/** `sudo -i` and `sudo su` open a shell: there `sudo` has no other program behind its options. */
function isProgramItself(words: readonly string[], at: number): boolean {
  return skipOptions(words, at + 1) >= words.length;
}

function skipOptions(words: readonly string[], from: number): number {
  let at = from;
  while (at < words.length && words[at]!.startsWith('-')) at += valued.has(words[at]!) ? 2 : 1;
  return at;
}
