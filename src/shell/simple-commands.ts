/** A command taken apart: what a shell would make of its words, without expanding anything. */
export interface SimpleCommand {
  /** The program's name without its folder: `docker`, `bash`. */
  name: string;
  args: string[];
  /** What stands before the program: `sudo`, `time`, assignments. */
  before: string[];
  /** Whether its input or output is another command or a file. */
  piped: boolean;
  redirectedInput: boolean;
}

const prefixes = new Set(['sudo', 'time', 'winpty', 'exec', 'command', 'nohup', 'env', 'doas', 'nice']);
/** Prefixes' options that take a value. */
const valued = new Set(['-u', '-g', '-h', '-C', '-n']);

/** The simple commands of a command line, in order: `a && b | c` has three. */
export function splitCommand(command: string): SimpleCommand[] {
  const commands: SimpleCommand[] = [];
  let words: string[] = [];
  let piped = false;
  let redirectedInput = false;
  let target = false;
  for (const token of tokens(command)) {
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

function makeSimple(words: string[], piped: boolean, redirectedInput: boolean): SimpleCommand {
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
function isProgramItself(words: string[], at: number): boolean {
  return skipOptions(words, at + 1) >= words.length;
}

function skipOptions(words: string[], from: number): number {
  let at = from;
  while (at < words.length && words[at]!.startsWith('-')) at += valued.has(words[at]!) ? 2 : 1;
  return at;
}

interface Token {
  kind: 'word' | 'operator';
  text: string;
}

const operator = /^(?:\d*>>?&?\d*|&>|<<<|<<-?|<(?!\()|\|\|?|&&?|;|\n)/;

function* tokens(command: string): Generator<Token> {
  const text = joinPlaceholders(command.replace(/\\[ \t]*\n/g, ' '));
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 8);
    const blank = /^[ \t]+/.exec(rest);
    if (blank) at += blank[0].length;
    else if (rest[0] === '#' && (at === 0 || /\s/.test(text[at - 1]!))) at = lineEnd(text, at);
    else {
      const match = operator.exec(rest);
      const end = match ? at + match[0].length : wordEnd(text, at);
      if (match) yield { kind: 'operator', text: operatorName(match[0]) };
      else yield { kind: 'word', text: unquote(text.slice(at, end)) };
      at = end;
    }
  }
}

/** `<container id>` is one word that the learner fills in, not a redirection. */
function joinPlaceholders(text: string): string {
  return text.replace(
    /<([A-Za-z][^<>\n|&;]{0,60}[^<>\s|&;])>/g,
    (_, name: string) => `‹${name.replace(/\s/g, '_')}›`,
  );
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function operatorName(text: string): string {
  if (text.includes('>')) return /&\d$/.test(text) ? '>&' : '>';
  if (text.startsWith('<<')) return '<<';
  return text;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  let depth = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '\\') at += 1;
    else if (char === "'" || char === '"') at = quoteEnd(text, at);
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (depth <= 0 && /[\s;&|<>]/.test(char)) break;
    at += 1;
  }
  return Math.max(at, from + 1);
}

/** Where the quote that begins at `from` ends; the text's end when it never does. */
function quoteEnd(text: string, from: number): number {
  const quote = text[from]!;
  let at = from + 1;
  while (at < text.length && text[at] !== quote) at += quote === '"' && text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length - 1);
}

function unquote(word: string): string {
  if (!/['"\\]/.test(word)) return word;
  return word.replace(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs,
    (_, single, double, escaped) => single ?? double ?? escaped,
  );
}
