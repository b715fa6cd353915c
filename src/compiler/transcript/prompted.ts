import { readCommand } from '../../shell/command.ts';
import type { Program } from '../../shell/program.ts';
import { hasAnglePrompt } from '../../shell/prompts.ts';
import type { BlockContext } from './block-context.ts';
import type { CodeKind } from './code-kind.ts';
import {
  addOutput,
  type CommandDraft,
  commandDraft,
  type EntryDraft,
  hasPrinted,
  lastCommand,
} from './entry-drafts.ts';
import { isQuiet } from './known-programs.ts';
import { judgeLine } from './looks-typed.ts';
import { findPrompt, type Prompt } from './prompt.ts';
import { type Taken, takeForeign, takeShell, takeStatement } from './take-command.ts';

/** The first line with a prompt that can be trusted, and whether `#` is a prompt in this block. */
export interface FirstPrompt {
  line: number;
  hash: boolean;
  angle: boolean;
}

/** How many lines a block may show before its first prompt is looked for no longer. */
const searched = 2000;

/** Looks for the prompt that makes the block a transcript; `null` when there is none. */
export function firstPrompt(lines: string[], kind: CodeKind, context: BlockContext): FirstPrompt | null {
  const head = lines.findIndex((line) => line.trim() !== '');
  if (head < 0) return null;
  const opening = findPrompt(lines[head]!);
  if (opening !== null && isTrusted(opening, kind, lines, head)) {
    return { line: head, hash: false, angle: opening.kind === 'angle' };
  }
  if (kind === 'text' || kind === 'file') return null;
  const client = findClient(lines, head, kind);
  if (client !== null) return { line: client, hash: false, angle: true };
  const later = findLater(lines, head, kind);
  if (later !== null) return { line: later, hash: false, angle: false };
  return opening?.kind === 'hash' && isRootShell(lines, head, kind, context)
    ? { line: head, hash: true, angle: false }
    : null;
}

/** Whether a prompt on the first line that is not blank may be believed in such a block. */
function isTrusted(prompt: Prompt, kind: CodeKind, lines: string[], at: number): boolean {
  if (prompt.kind === 'hash') return false;
  if (prompt.kind === 'location') return findPrompt(lines[at + 1] ?? '')?.kind === 'plain';
  if (kind === 'file') return prompt.kind !== 'angle' && prompt.rest !== '' && isCertain(prompt);
  if (prompt.kind === 'angle') return kind === 'foreign' || judgeLine(prompt.rest) === 'strong';
  if (prompt.kind === 'word') return isFollowedByCommand(prompt);
  if (prompt.text === '%') return kind === 'shell' || judgeLine(prompt.rest) !== 'no';
  if (kind === 'text') return prompt.rest !== '';
  return true;
}

/** A first line without a prompt may open a client whose prompt is a lone `>`. */
function findClient(lines: string[], head: number, kind: CodeKind): number | null {
  if (kind !== 'shell') return null;
  const at = lines.findIndex((line, index) => index > head && findPrompt(line)?.kind === 'angle');
  return at >= 0 && isClient(readCommand(lines[head]!.trim()).opens) ? at : null;
}

function isCertain(prompt: Prompt): boolean {
  return prompt.kind === 'program' || prompt.kind === 'foreign' || judgeLine(prompt.rest) === 'strong';
}

/** A prompt further down counts behind comments, elisions and commands that lost theirs. */
function findLater(lines: string[], head: number, kind: CodeKind): number | null {
  const end = Math.min(lines.length, head + searched);
  for (let at = head; at < end; at += 1) {
    const line = lines[at]!;
    const prompt = findPrompt(line);
    if (prompt !== null && !['hash', 'angle'].includes(prompt.kind)) {
      if (prompt.kind !== 'location' && (isCertain(prompt) || isNamed(prompt))) return at;
      if (leads(lines, head, at, kind)) return at;
      return null;
    }
    if (kind !== 'shell' && !isLeader(line)) return null;
  }
  return null;
}

const isNamed = ({ kind }: Prompt) => kind === 'named' || kind === 'path';

function leads(lines: string[], from: number, to: number, kind: CodeKind): boolean {
  return lines.slice(from, to).every((line) => isLeader(line)) || kind === 'shell';
}

/** What may stand above a block's first prompt without being a program's output. */
function isLeader(line: string): boolean {
  return line.trim() === '' || /^(?:#|\.\.\.|\[\.\.\.\]|…|\/\/)/.test(line) || judgeLine(line) !== 'no';
}

/** Whether a block that begins with `# …` shows a root shell rather than a comment. */
function isRootShell(lines: string[], head: number, kind: CodeKind, context: BlockContext): boolean {
  const typed = findPrompt(lines[head]!)!.rest;
  const likeness = judgeLine(typed);
  if (likeness === 'no' || (likeness === 'plausible' && !context.mayBeRoot)) return false;
  const next = lines.slice(head + 1).find((line) => line.trim() !== '') ?? '';
  if (judgeLine(next) === 'strong' || /^(?:FROM|RUN|COPY)\b/.test(next)) return false;
  if (kind !== 'shell' && /^(?:[\w.-]+:(?: |$)|<(?!!|html|\?xml)|;)/i.test(next)) return false;
  return context.mayBeRoot || context.rootHabit || kind === 'shell';
}

/** Takes a block with prompts apart. */
export function splitPrompted(lines: string[], first: FirstPrompt, kind: CodeKind): EntryDraft[] {
  const drafts: EntryDraft[] = [];
  let at = 0;
  while (at < lines.length) at += takeLine(drafts, lines, at, first, kind);
  return drafts;
}

function takeLine(
  drafts: EntryDraft[],
  lines: string[],
  at: number,
  first: FirstPrompt,
  kind: CodeKind,
): number {
  const line = lines[at]!;
  const prompt = findPrompt(line);
  if (prompt !== null && isPromptHere(prompt, drafts, lines, at, first))
    return takePrompted(drafts, lines, at, prompt, kind);
  if (isComment(line, lines, at, drafts)) {
    drafts.push({ kind: 'comment', line: at, lines: [line] });
    return 1;
  }
  if (kind !== 'text' && lostItsPrompt(line, drafts)) {
    const taken = takeShell(lines, at, line.trim());
    drafts.push(commandDraft(at, null, taken, kind === 'foreign' ? 'foreign' : null));
    return taken.count;
  }
  addOutput(drafts, at, line);
  return 1;
}

function isPromptHere(
  prompt: Prompt,
  drafts: EntryDraft[],
  lines: string[],
  at: number,
  first: FirstPrompt,
): boolean {
  const last = lastCommand(drafts);
  if (prompt.kind === 'angle') return first.angle || opensClient(last);
  if (prompt.kind === 'word') return last?.prompt?.text === prompt.text || isFollowedByCommand(prompt);
  if (prompt.kind === 'location') return findPrompt(lines[at + 1] ?? '')?.kind === 'plain';
  if (prompt.kind === 'hash') return isRootHere(prompt, last, first);
  if (prompt.text === '%')
    return at === first.line || last?.prompt?.text === '%' || judgeLine(prompt.rest) !== 'no';
  return !(prompt.text === '$' && last !== null && printsItsCommands(last));
}

/** A word before a `$` or `#` is a prompt when a command follows: `issue# 12` is none. */
function isFollowedByCommand(prompt: Prompt): boolean {
  return judgeLine(prompt.rest) !== 'no';
}

function opensClient(last: CommandDraft | null): boolean {
  return isClient(last?.does.opens ?? null) || last?.prompt?.kind === 'angle';
}

function isClient(program: Program | null): boolean {
  return program !== null && hasAnglePrompt(program);
}

function isRootHere(prompt: Prompt, last: CommandDraft | null, first: FirstPrompt): boolean {
  if (prompt.rest === '') return first.hash || last?.prompt?.kind === 'hash';
  const likeness = judgeLine(prompt.rest);
  if (first.hash) return likeness !== 'no';
  if (last === null || likeness !== 'strong') return false;
  return (
    last.prompt?.kind === 'hash' ||
    (last.prompt?.text === '#' && likeness === 'strong') ||
    last.does.opens?.speaks === 'shell'
  );
}

/** Yarn and its kind print each command that they run behind a `$` of their own. */
function printsItsCommands(last: CommandDraft): boolean {
  return last.output.some((line) => /^(?:yarn run v|> \S+@\S+ \w|# Previous log)/.test(line));
}

function takePrompted(
  drafts: EntryDraft[],
  lines: string[],
  at: number,
  prompt: Prompt,
  kind: CodeKind,
): number {
  if (prompt.rest === '' || prompt.kind === 'location') {
    drafts.push({ kind: 'prompt', line: at, prompt });
    return 1;
  }
  const struck = /^#\s+(?=\S)/.exec(prompt.rest);
  if (struck && prompt.kind === 'plain')
    return takeStruck(drafts, at, prompt, prompt.rest.slice(struck[0].length));
  const foreign = kind === 'foreign' || prompt.kind === 'foreign';
  const isStatement = prompt.kind === 'program' || isClients(prompt, lastCommand(drafts));
  const taken = foreign ? takeForeign(lines, at, prompt.rest) : takeBehind(lines, at, prompt, isStatement);
  drafts.push(commandDraft(at, prompt, taken, foreign ? 'foreign' : null));
  return taken.count;
}

function takeBehind(lines: string[], at: number, prompt: Prompt, isStatement: boolean): Taken {
  const line = lines[at]!;
  const typed = line.slice(line.lastIndexOf(prompt.rest));
  return isStatement ? takeStatement(lines, at, typed, prompt.text) : takeShell(lines, at, typed);
}

/** Behind the lone `>` of a client that is open stands its own language. */
function isClients(prompt: Prompt, last: CommandDraft | null): boolean {
  return prompt.kind === 'angle' && opensClient(last) && judgeLine(prompt.rest) === 'no';
}

/** `$ # docker …`: a command that its author switched off, or words about the next one. */
function takeStruck(drafts: EntryDraft[], at: number, prompt: Prompt, rest: string): number {
  const text = `${prompt.text} #`;
  if (judgeLine(rest) === 'no') drafts.push({ kind: 'comment', line: at, lines: [`${text} ${rest}`] });
  else drafts.push(commandDraft(at, { ...prompt, text, rest }, { command: rest, broken: false }, 'struck'));
  return 1;
}

/** A `#` line is a comment when nothing but comments stand between it and the next prompt. */
function isComment(line: string, lines: string[], at: number, drafts: EntryDraft[]): boolean {
  if (!/^#(?:\s|$)/.test(line)) return false;
  const last = drafts.at(-1);
  const printed = last?.kind === 'command' && hasPrinted(last);
  if (printed && lines[at - 1]?.trim() !== '') return false;
  let next = at + 1;
  while (next < lines.length && next < at + 20 && /^\s*(?:#.*)?$/.test(lines[next]!)) next += 1;
  return next === lines.length ? !printed : findPrompt(lines[next] ?? '') !== null || drafts.length === 0;
}

/** A line that clearly was typed though its prompt is missing: above the first prompt, or after a quiet command. */
function lostItsPrompt(line: string, drafts: EntryDraft[]): boolean {
  const last = drafts.at(-1);
  if (!/^\S/.test(line)) return false;
  if (last === undefined || last.kind === 'comment') return judgeLine(line) !== 'no';
  if (last.kind !== 'command' || hasPrinted(last)) return false;
  return (last.prompt === null || isQuiet(last.does)) && judgeLine(line) === 'strong';
}
