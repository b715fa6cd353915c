import { behindMore } from '../../shell/prompts.ts';
import { type Open, ShellReader } from '../../shell/unfinished.ts';
import { findPrompt } from './prompt.ts';

/** One command as it stands in a block, over as many lines as it takes. */
export interface Taken {
  command: string;
  /** How many lines of the block it takes, at least 1. */
  count: number;
  /** A backslash was followed by blanks: a shell would not go on, the author meant to. */
  broken: boolean;
}

/** A command longer than this is not one: an open quote that nobody closed. */
const longest = 400;

/** Lines of a block that are read in vain for the ends of commands; after that its commands are short ones. */
const patience = 4_000;
const hurried = 20;
const wasted = new WeakMap<string[], number>();

/** Reads the shell command whose first line is `first` (without its prompt), at `lines[at]`. */
export function takeShell(lines: string[], at: number, first: string): Taken {
  const spent = wasted.get(lines) ?? 0;
  const most = spent > patience ? hurried : longest;
  const whole = follow(lines, at, first, most, () => true);
  if (whole === null) wasted.set(lines, spent + Math.min(most, lines.length - at));
  return whole ?? follow(lines, at, first, most, (open) => open === 'backslash' || open === 'operator')!;
}

/** PowerShell goes on after a backtick, cmd after a caret. */
export function takeForeign(lines: string[], at: number, first: string): Taken {
  const parts = [first];
  while (/[ \t][`^][ \t]*$/.test(parts.at(-1)!) && at + parts.length < lines.length)
    parts.push(lines[at + parts.length]!);
  return { command: parts.join('\n').trimEnd(), count: parts.length, broken: false };
}

/**
 * A statement typed at a database or language prompt: it goes on behind that program's own marks.
 * An empty line at Python's `...` ends a compound statement and is typed as well.
 */
export function takeStatement(lines: string[], at: number, first: string, prompt: string): Taken {
  const parts = [first];
  const behind = () => behindMore(lines[at + parts.length] ?? '', prompt);
  for (let more = behind(); more !== null && more.trim() !== ''; more = behind()) parts.push(more);
  const ends = parts.length > 1 && /^\s*\.\.\.:?\s*$/.test(lines[at + parts.length] ?? '');
  const command = parts.join('\n').trimEnd();
  return { command: ends ? `${command}\n` : command, count: parts.length + (ends ? 1 : 0), broken: false };
}

/** Follows a command to its end while `goesOn` allows the reason; `null` when the end is never found. */
function follow(
  lines: string[],
  at: number,
  first: string,
  most: number,
  goesOn: (open: Open) => boolean,
): Taken | null {
  const reader = new ShellReader();
  const parts = [withoutTrailing(first)];
  let broken = isBroken(first);
  reader.feed(parts[0]!);
  while (reader.open !== null && goesOn(reader.open)) {
    const next = lines[at + parts.length];
    const line = reader.open === 'backslash' || reader.open === 'operator';
    if (next === undefined || parts.length > most) return line ? done(parts, broken) : null;
    if (line && (next.trim() === '' || isHostPrompt(next))) return done(parts, broken);
    if (reader.open !== 'here-document' && isHostPrompt(next)) return null;
    const text = withoutContinuation(next, line && parts.length === 1 ? lines[at + 2] : '> ');
    const kept = reader.open === 'here-document' ? text : withoutTrailing(text);
    broken ||= kept !== text && isBroken(text);
    parts.push(kept);
    reader.feed(kept);
  }
  return done(parts, broken);
}

function done(parts: string[], broken: boolean): Taken {
  return { command: parts.join('\n').trimEnd(), count: parts.length, broken };
}

function isHostPrompt(line: string): boolean {
  const prompt = findPrompt(line);
  return prompt !== null && prompt.kind !== 'hash' && prompt.kind !== 'angle';
}

/** Blanks behind a backslash: a shell takes the first of them as the escaped character and stops there. */
function isBroken(text: string): boolean {
  return /(?:^|[^\\])\\[ \t]+$/.test(text);
}

/** A backslash with blanks after it loses them, so that the command is the one that was meant. */
function withoutTrailing(text: string): string {
  return text.replace(/(^|[^\\])\\[ \t]+$/, '$1\\').replace(/[ \t]+$/, '');
}

/**
 * Takes the shell's own `> ` away. After a backslash a single `> file` is a redirection and stays:
 * the prompt shows on every line that follows, so the line after it tells.
 */
function withoutContinuation(line: string, following: string | undefined): string {
  if (!/^>(?: |$)/.test(line)) return line;
  const single = following === undefined || !/^>(?: |$)/.test(following);
  return single && /^> *[\w./~$-]+ *$/.test(line) ? line : line.replace(/^> ?/, '');
}
