/** Options whose value is a word of its own: as letters (`-v`, also at the end of `-itv`) and as long names. */
export interface ValuedOptions {
  letters?: string;
  names?: string;
}

/** Whether the option at this word takes the next word for its value. */
function takesNext(arg: string, { letters = '', names = '' }: ValuedOptions): boolean {
  if (arg.startsWith('--')) return ` ${names} `.includes(` ${arg.slice(2)} `);
  return isCluster(arg) && letters.includes(arg.at(-1)!);
}

/** The options at the beginning, and all words from the first that is none. */
export function splitOptions(args: readonly string[], valued: ValuedOptions = {}): [string[], string[]] {
  let at = 0;
  while (at < args.length && isOption(args[at]!)) {
    if (args[at] === '--') return [args.slice(0, at), args.slice(at + 1)];
    at += takesNext(args[at]!, valued) ? 2 : 1;
  }
  return [args.slice(0, at), args.slice(at)];
}

/** All words that are neither options nor options' values, wherever they stand; behind `--` all are words. */
export function plainWords(args: readonly string[], valued: ValuedOptions = {}): string[] {
  const words: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    if (arg === '--') return [...words, ...args.slice(at + 1)];
    if (!isOption(arg)) words.push(arg);
    else if (takesNext(arg, valued)) at += 1;
  }
  return words;
}

/** Whether a flag is set, by its letter (`-i`, `-it`; none where it has none) or its name (`--interactive`). */
export function hasFlag(args: readonly string[], letter: string, ...names: string[]): boolean {
  return args.some(
    (arg) =>
      names.some((name) => arg === `--${name}` || arg === `--${name}=true`) ||
      (letter !== '' && isCluster(arg) && arg.includes(letter)),
  );
}

/** The value of an option (`--name web`, `--name=web`), the first one; `null` without. */
export function optionValue(args: readonly string[], ...names: string[]): string | null {
  return optionValues(args, ...names)[0] ?? null;
}

/** The values of an option that may be given more than once. */
export function optionValues(args: readonly string[], ...names: string[]): string[] {
  return args.flatMap((arg, at) => {
    if (names.includes(arg)) return args[at + 1] ?? [];
    const name = names.find((one) => arg.startsWith(`${one}=`));
    return name === undefined ? [] : arg.slice(name.length + 1);
  });
}

function isOption(arg: string): boolean {
  return arg.startsWith('-') && arg !== '-';
}

/** Letters behind one dash: `-it`. */
function isCluster(arg: string): boolean {
  return /^-[A-Za-z]+$/.test(arg);
}
