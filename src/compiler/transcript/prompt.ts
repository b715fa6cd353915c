import { findProgramPrompt } from '../../shell/prompts.ts';

/**
 * What stands before a command.
 * `plain`: `$`, `%`, `❯`, that any shell of the host may print. `hash`: a lone `#`, which may as well begin a
 * comment. `named`: it carries user and host. `word`: a name alone (`host$`). `path`: it carries a directory (`~/build$`). `box`: BusyBox's
 * `/ #` and bash's `bash-5.1#`, as containers print them. `program`: not a shell's (`mysql>`).
 * `foreign`: PowerShell or cmd. `angle`: a lone `>`. `location`: a line that only says where, before the real one.
 */
export type PromptKind =
  | 'plain'
  | 'hash'
  | 'named'
  | 'word'
  | 'path'
  | 'box'
  | 'program'
  | 'foreign'
  | 'angle'
  | 'location';

export interface Prompt {
  kind: PromptKind;
  /** As written, trimmed. */
  text: string;
  /** What is typed after it, trimmed. */
  rest: string;
  /** `user@host` of a named prompt, the language of a program's; otherwise empty. */
  who: string;
  /** Whether it ends in `#`. */
  root: boolean;
}

/** The longest beginning of a line in which a prompt is looked for: what a wide terminal shows. */
const reach = 160;

type Rule = [PromptKind, RegExp | ((start: string) => string | undefined)];

/** Each takes the prompt, with its end sign, from the line's beginning. The first that fits wins. */
const rules: Rule[] = [
  ['location', /^\[\w+\] \([\w.-]+\) [\w.-]+@[\w.-]+ \S+$/],
  ['location', /^[┌╭][─╼]*[[(][^\n]*[\])]\s*$/],
  ['plain', /^[└╰][─╼➤]+ ?(?:[$#](?=\S| |$)|[❯>](?= |$))/],
  ['foreign', /^(?:\([\w.-]+\) )?PS(?: [A-Za-z]:[^<>|]*| \/[^<>|]*| ~[^<>|]*)?>/],
  ['foreign', /^[A-Za-z]:\\[^<>|"]*>/],
  [
    'named',
    /^(?:\([\w./-]+\) ?)?(?:\[\w+\] \([\w.-]+\) )?\[?[\w.-]+@[\w.-]+(?:[: ][^$#%>\n]*)?[$#%>](?= |$)/,
  ],
  ['named', /^(?:\([\w./-]+\) ?)?[\w.-]+@[\w.-]+:[^\s$#%>]*[$#%](?=\S)/],
  ['path', /^(?:\([\w./-]+\) ?)?(?:~|\/)[\w./~+-]*[$#%](?= |$)/],
  ['path', /^[A-Za-z][\w.-]*:(?:~|\/)[\w./~+-]*(?: [\w.-]+)?[$#%](?= |$)/],
  ['box', /^(?:~|\/)[\w./~+-]* [$#](?= |$)/],
  ['box', /^(?:bash|sh|ash|dash|ksh)-\d[\d.]*[$#](?= |$)/],
  ['program', (start) => findProgramPrompt(start)?.text],
  ['plain', /^(?:\([\w./-]+\) ?)?\$(?= |$)/],
  ['word', /^[a-z][\w.-]{0,30}[$#](?= |$)/],
  ['plain', /^\$>(?= |$)/],
  ['plain', /^\$(?=(?:sudo|docker|podman|kubectl|git|cd|ls|cat|mkdir|curl|npm|pip|apt|apt-get) [^=])/],
  ['plain', /^➜ +\S+(?: git:\([^)]*\))?(?: ✗)?(?= )/],
  ['plain', /^[❯λ»](?= )/],
  ['plain', /^%(?= )/],
  ['hash', /^#(?= |$)/],
  ['angle', /^>(?= |$)/],
];

/** The prompt that a line begins with, or `null`. The line is without the block's own indentation. */
export function findPrompt(line: string): Prompt | null {
  const start = line.slice(0, reach).replaceAll('\t', ' ').trimEnd();
  for (const [kind, pattern] of rules) {
    const head = pattern instanceof RegExp ? pattern.exec(start)?.[0] : pattern(start);
    if (head !== undefined) return makePrompt(kind, head, line.slice(head.length));
  }
  return null;
}

function makePrompt(kind: PromptKind, head: string, tail: string): Prompt {
  const text = head.trim();
  const rest = tail.trim();
  const again = kind === 'box' || kind === 'named' || kind === 'path' ? withoutDoubled(text, rest) : rest;
  return { kind, text, rest: again, who: whoOf(kind, text), root: text.endsWith('#') };
}

/** A terminal that was pasted twice: `/ # / # ping`. */
function withoutDoubled(text: string, rest: string): string {
  let left = rest;
  while (left === text || left.startsWith(`${text} `)) left = left.slice(text.length).trim();
  return left;
}

function whoOf(kind: PromptKind, text: string): string {
  if (kind === 'word') return text.slice(0, -1);
  if (kind === 'named') return /[\w.-]+@[\w.-]+/.exec(text)?.[0] ?? '';
  return kind === 'program' ? (findProgramPrompt(text)?.speaks ?? '') : '';
}
