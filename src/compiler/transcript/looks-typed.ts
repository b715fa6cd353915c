import {
  alone,
  english,
  keywords,
  runners,
  scripts,
  silentPrinters,
  subcommands,
  utilities,
} from './known-programs.ts';
import { findUnlistedPrompt } from './unlisted-prompts.ts';

/**
 * How much a line without a prompt looks like something typed.
 * `strong`: hardly anything else (`docker volume list`). `plausible`: it may be. `no`: text, output, a file.
 */
export type Likeness = 'strong' | 'plausible' | 'no';

/** Signs that only a shell's line has: options, paths, variables, operators. */
const shellSign =
  /(?:^|\s)(?:--?[A-Za-z][\w-]*(?=[\s=]|$)|~?\/[\w.*-]|@[\w-]+\/[\w-]|\.\.?\/|\$[\w({?$!])|[|;]|&&|>>?\s*[\w./~$]|\$\(|\s\.(?:\s|$)/;
const sentence = /[.:!?]$/;
const articles =
  /(?:^|\s)(?:the|an?|of|are|is|was|to|and|with|this|that|these|your|you|will|been|has|el|los|las|un|una|del|que|para|por|con|esta?e?|como|se|su|al|muestra)(?=\s+\S)/i;

/** How much of a line is looked at: a command shows what it is in its beginning. */
const reach = 2000;

/** Judges one logical line, with its comment and quotes. */
export function judgeLine(line: string): Likeness {
  const text = withoutComment(line.trim().slice(0, reach));
  const elided = /^(.*\S) (?:\.\.\.|…)$/.exec(text)?.[1];
  if (elided !== undefined) return judgeLine(elided) === 'strong' ? 'plausible' : 'no';
  const inner = /^(?:[A-Za-z_]\w*=\$\(|\( *(?=cd ))(.*)$/s.exec(text)?.[1];
  if (inner !== undefined) return judgeLine(inner) === 'strong' ? 'strong' : 'plausible';
  if (/^sudo\s.*\s\\$/.test(text)) return 'strong';
  const first = firstWord(text);
  if (first === '' || looksPrinted(text) || findUnlistedPrompt(text) !== null) return 'no';
  const bare = text.replace(/'[^']*'|"[^"]*(?:"|$)/g, "''").replace(/<[A-Za-z][^<>]*>/g, '<>');
  const signs = shellSign.test(bare);
  if (keywords.has(first)) return judgeCompound(text);
  if (isProse(bare, first, signs)) return 'no';
  const known = judgeKnown(first, bare, signs);
  if (known !== null) return known;
  return judgeUnknown(bare, first, signs);
}

/** `npm test   # runs what we have`: the words behind the mark are the author's. */
function withoutComment(text: string): string {
  const at = text.replace(/'[^']*'|"[^"]*"/g, (quoted) => '_'.repeat(quoted.length)).search(/\s#\s/);
  return at < 1 ? text : text.slice(0, at).trimEnd();
}

/** The program that a line would run, past `sudo` and assignments; empty when it can't be one. */
export function firstWord(line: string): string {
  const words = line
    .replace(/='[^']*'|="[^"]*"/g, "=''")
    .trim()
    .split(/\s+/, 8);
  let at = 0;
  while (at < words.length && (/^[A-Z_][A-Z0-9_]*=\S*$/.test(words[at]!) || isPrefix(words, at))) at += 1;
  return (words[at] ?? words.at(-1) ?? '').replace(/(?<=^[\w.-]+)(?:<|>|\||;|&&).*$/, '');
}

function isPrefix(words: string[], at: number): boolean {
  if (/^(?:sudo|time|winpty|exec|nohup|command|doas)$/.test(words[at]!)) return at < words.length - 1;
  return at > 0 && words[at - 1] === 'sudo' && /^-[A-Za-z]$/.test(words[at]!) && at < words.length - 1;
}

/** Programs whose first word may be an address: `ping 1.1` is no version. */
const reachers = /^(?:sudo )?(?:ping6?|traceroute|dig|nslookup|host|ssh|telnet|nc|curl|wget|whois|arp) /;

/** What programs print and nobody types: versions, JSON, table rows, progress, log lines. */
function looksPrinted(text: string): boolean {
  return (
    /^(?:[\d[{}"+*=|<>,!@^_-]|\.\.\.|…|\(\.\.\.)/.test(text) ||
    (/^\S+ (?:v?\d+\.\d|v\d|version:? )/i.test(text) && !reachers.test(text)) ||
    /^[\w.-]+ += /.test(text) ||
    /^[\w.-]+: |^[bcdlps-][rwxsStT-]{9}[.+@]? |^total \d/.test(text) ||
    /\.\.\. ?(?:done|ok)?$/.test(text) ||
    /^\S+ {2,}\S+ {2,}\S/.test(text) ||
    (/[{;]$/.test(text.replace(/;;$/, '')) && !/^[\w-]+\(\) *\{$|\b(?:do|then)\b|^[^"]*"[^"]*$/.test(text))
  );
}

function judgeCompound(text: string): Likeness {
  if (
    /^for \w+ in\b|^for \(\(|^(?:while|until) (?:true|:|!|\[|read|sleep|[\w./]+ )|^if (?:\[|!|[\w./]+ )|^case .* in$/.test(
      text,
    )
  )
    return 'strong';
  return 'no';
}

function isProse(bare: string, first: string, signs: boolean): boolean {
  if (/^[A-ZÁÉÍÓÚÑ¿¡]/.test(first) && !/^[A-Z_][A-Z0-9_]*=/.test(bare)) return true;
  const said = articles.test(withoutSubcommand(bare, first));
  if (english.has(first)) return said || (sentence.test(bare) && !/[./]\.?$/.test(bare.slice(-2)));
  return (said && !signs) || (sentence.test(bare) && /\w [\w,]+ [\w,]+/.test(bare) && !signs);
}

/** `ip a` says no article. */
function withoutSubcommand(bare: string, first: string): string {
  const [, head, second, rest] = /^(.*?\S+\s+)(\S+)(.*)$/s.exec(bare) ?? [];
  return head?.trimEnd().endsWith(first) && subcommands.get(first)?.has(second!) ? head + rest : bare;
}

/** For programs that we know: with a subcommand of theirs there is no doubt. */
function judgeKnown(first: string, bare: string, signs: boolean): Likeness | null {
  const name = first.replace(/^(?:\/usr)?\/s?bin\//, '');
  const subs = subcommands.get(name);
  const words = bare.replace(/^.*?(?=\S*$)/, '') && bare.split(/\s+/);
  const second = words[words.indexOf(first) + 1] ?? '';
  if (subs !== undefined) {
    if (subs.has(second.replace(/[;&|]+$/, '')) || /^--?\w/.test(second)) return 'strong';
    if (second === '' && alone.has(name)) return 'strong';
    const scripted = scripts.has(name) && /^[a-z][\w:-]*$/.test(second) && words.length <= 4;
    return signs || scripted ? 'plausible' : 'no';
  }
  if (runners.has(name) && judgeLine(bare.slice(bare.indexOf(first) + first.length)) === 'strong')
    return 'strong';
  if (!utilities.has(name)) return null;
  if (second === '') return alone.has(name) ? 'strong' : 'no';
  if (signs || /['"=*~]|\.\w{1,5}\b/.test(bare)) return 'strong';
  return words.length <= 4 && !english.has(name) ? 'strong' : 'plausible';
}

function judgeUnknown(text: string, first: string, signs: boolean): Likeness {
  if (/^\.\/[\w./+-]*\w$/.test(first) && /^\S+ [^:>]*$/.test(text)) return 'strong';
  if (/^(?:\.{1,2}|~)?\/[\w./~+-]*\w$/.test(first))
    return text === first && !first.startsWith('.') ? 'no' : 'plausible';
  if (/^\$\([\w ]+\)\/|^[\w.-]+\/[\w./-]+\.(?:sh|py|pl|rb|js)(?:\s|$)/.test(text)) return 'plausible';
  if (/^[A-Za-z_]\w*=/.test(first))
    return /^[A-Z_][A-Z0-9_]*=(?:\$\(|"?\$|[\w./:@'"-]*$)/.test(text) ? 'plausible' : 'no';
  if (!/^[a-z][\w.+-]*$/.test(first)) return 'no';
  if (signs && /\s\\$/.test(text)) return 'strong';
  return signs || text.split(/\s+/).length <= 4 ? 'plausible' : 'no';
}

/** Whether the line has an option, a variable or an operator of the shell, which nothing prints by chance. */
export function hasShellSign(line: string): boolean {
  return /^[A-Z_][A-Z0-9_]*=\S* +\S|\s--?[A-Za-z][\w-]*(?=[\s=]|$)|\$[\w({]|[|;]|&&|\s>>?\s/.test(line);
}

/** Whether the command prints shell text of its own (`docker-machine env`, `crontab -l`). */
export function printsShellText(command: string): boolean {
  return silentPrinters.test(command);
}
