import type { Words } from '../words.ts';

/** What is to be typed, or why it can't be, for people. */
export type Filled = { command: string } | { problem: string };

interface Template {
  command: string;
  placeholders: readonly string[];
  /** Typed into another program, whose quoting rules are not the shell's. */
  inside: string | null;
}

/**
 * Puts the values that the teacher gave in the place of a command's placeholders, each as one word of the
 * shell whatever it holds. Where quoting can't be sure (inside quotes, here-documents and other programs, and
 * beside whatever runs words that it is given) only harmless characters are taken.
 */
export function fillPlaceholders(template: Template, values: Record<string, string>, words: Words): Filled {
  let command = template.command;
  for (const placeholder of [...template.placeholders].sort((one, other) => other.length - one.length)) {
    const value = values[placeholder];
    if (value === undefined) return { problem: words.needsValue(placeholder) };
    if (!isAcceptable(value)) return { problem: words.badValue(placeholder) };
    const parts = command.split(standing(placeholder));
    const plain =
      template.inside === null &&
      !EVALUATING.test(template.command) &&
      parts.slice(0, -1).every((_, at) => isPlain(parts.slice(0, at + 1).join(placeholder)));
    if (!plain && !HARMLESS.test(value)) return { problem: words.quotedValue(placeholder) };
    command = parts.join(plain ? quoteWord(value) : value);
  }
  return { command };
}

const HARMLESS = /^[\w.\-/:@%+=,]+$/;

/** One word for the shell: as it is where that is safe, else in single quotes. */
function quoteWord(value: string): string {
  return HARMLESS.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

/** A value that begins with a dash would be an option. */
function isAcceptable(value: string): boolean {
  return (
    value.trim() !== '' &&
    !value.startsWith('-') &&
    value.length <= 1_000 &&
    !/[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(value)
  );
}

/** The placeholder where it stands for itself: not in a longer word, nor as a variable of the shell. */
function standing(placeholder: string): RegExp | string {
  return /^\w+$/.test(placeholder) ? new RegExp(`(?<![\\w$]|\\$\\{)${placeholder}(?!\\w)`) : placeholder;
}

/** Programs that run the words which they are given, count with them, or pass them on to others that do. */
const PROGRAMS = [
  String.raw`eval trap let declare typeset local export readonly test read printf\s+-v alias source exec env`,
  'watch ssh su xargs parallel find make script (?:ba|da|z|k|a|fi)?sh busybox [gmn]?awk sed config',
].flatMap((line) => line.split(' '));

/** Beside any of these, wherever it stands, a value is none that would have to be quoted. */
const EVALUATING = new RegExp(String.raw`(?<![\w.-])(?:${PROGRAMS.join('|')})(?![\w.-])|\||\[\s|\[\[`);

/** What runs, or counts with, what follows it. */
const EVALUATED = /\s-\w*[ce]\s*$|\(\(|\[\S*$|<<|\$\(/;

/** Whether what follows `before` stands outside quotes, comments, here-documents and what is evaluated. */
function isPlain(before: string): boolean {
  let quote = '';
  for (let at = 0; at < before.length; at++) {
    const character = before[at] ?? '';
    if (character === '\\' && quote !== "'") {
      at++;
      if (at === before.length) return false;
    } else if (quote !== '') {
      if (character === quote.at(-1)) quote = '';
    } else if (character === '#' && /(?:^|[\s;&|()])$/.test(before.slice(Math.max(0, at - 1), at))) {
      const end = before.indexOf('\n', at);
      if (end < 0) return false;
      at = end;
    } else if (character === "'" && before[at - 1] === '$') quote = "$'";
    else if (character === '"' || character === "'" || character === '`') quote = character;
  }
  return quote === '' && !EVALUATED.test(before);
}
