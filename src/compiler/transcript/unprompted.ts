import type { ReasonCode } from '../reasons/reason.ts';
import {
  addOutput,
  type CommandDraft,
  commandDraft,
  type EntryDraft,
  hasPrinted,
  lastCommand,
} from './entry-drafts.ts';
import { isQuiet } from './known-programs.ts';
import { firstWord, hasShellSign, judgeLine, type Likeness, printsShellText } from './looks-typed.ts';
import { type Taken, takeForeign, takeShell } from './take-command.ts';

/** Lines of output, and commands, that are looked back at: a longer block must not cost the square of its length. */
const RECENT = 200;

type BareKind = 'shell' | 'untyped' | 'forced';

/**
 * Takes a block without prompts apart: commands one after another, and what the last of them printed.
 * Doubt goes against running: after the first line that was not typed, the rest was printed, unless a
 * blank line and a command beyond doubt follow. Says why where nothing of it was typed.
 */
export function splitBare(lines: string[], kind: BareKind, promptHabit = false): EntryDraft[] | ReasonCode {
  if (promptHabit && !isBeyondDoubt(lines)) return 'prompt-missing';
  if (kind !== 'forced' && lines.some(isOperator)) return 'operator';
  const drafts: EntryDraft[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    if (line.trim() === '') addBlank(drafts);
    else if (/^\s*#/.test(line) && !endsInOutput(drafts))
      drafts.push({ kind: 'comment', line: at, lines: [line.trim()] });
    else if (isTyped(line, drafts, kind)) {
      const taken = takeShell(lines, at, line.trimStart());
      if (isListed(taken) && kind !== 'forced') return 'listing';
      drafts.push(commandDraft(at, null, taken, null));
      at += taken.count - 1;
    } else if (lastCommand(drafts) === null) return 'not-typed';
    else addOutput(drafts, at, line);
    at += 1;
  }
  if (lastCommand(drafts) === null) return 'not-typed';
  return isSynopsis(drafts) ? 'synopsis' : drafts;
}

/** A line with nothing but a pipe or an arrow: parts of a command to be put in order, or a drawing. */
function isOperator(line: string): boolean {
  return /^\s*[|<>]\s*$/.test(line);
}

/** Where the page's other commands have prompts, a block without one mostly shows what they print. */
function isBeyondDoubt(lines: string[]): boolean {
  const first = lines.find((line) => line.trim() !== '' && !/^\s*#/.test(line)) ?? '';
  return judgeLine(first) === 'strong' || hasShellSign(first);
}

/** Another system's commands: shown, so that nothing hangs on telling outputs apart. */
export function splitForeign(lines: string[]): EntryDraft[] | null {
  const drafts: EntryDraft[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    if (/^\s*(?:#|::|rem )/i.test(line)) drafts.push({ kind: 'comment', line: at, lines: [line] });
    else if (line.trim() !== '') {
      const taken = takeForeign(lines, at, line.trim());
      drafts.push(commandDraft(at, null, taken, 'foreign'));
      at += taken.count - 1;
    }
    at += 1;
  }
  return drafts.length === 0 ? null : drafts;
}

function addBlank(drafts: EntryDraft[]): void {
  const last = drafts.at(-1);
  if (last?.kind === 'command') last.output.push('');
}

function endsInOutput(drafts: EntryDraft[]): boolean {
  const last = drafts.at(-1);
  return last?.kind === 'command' && hasPrinted(last);
}

function isTyped(line: string, drafts: EntryDraft[], kind: BareKind): boolean {
  const last = lastCommand(drafts);
  const likeness = judgeLine(line);
  if (kind === 'forced') return last === null || likeness !== 'no';
  if (likeness === 'no' || (likeness === 'plausible' && kind === 'untyped')) return false;
  if (last === null) return true;
  if (isIntroduced(line, drafts)) return true;
  const above = last.output;
  if (printsShellText(last.command) && above.at(-1)?.trim() !== '') return false;
  if (!endsInOutput(drafts)) return followsSilence(line, likeness, last);
  return likeness === 'strong' && above.at(-1)?.trim() === '' && !above.slice(-RECENT).some(suggests);
}

/** Nothing stands between the command above and this line: was it typed, or is it the first thing printed? */
function followsSilence(line: string, likeness: Likeness, last: CommandDraft): boolean {
  if (!/^\S/.test(line)) return false;
  if (likeness === 'strong')
    return !listers.test(last.command) || /\s/.test(line.trim()) || everyday.test(line);
  return last.output.length === 0 && (isQuiet(last.does) || hasShellSign(line));
}

/** Commands that print names, among which may be a program's. */
const listers = /^(?:sudo )?(?:ls|dir|find|tree|cat|which|echo|printf|head|tail|docker exec)\b/;
/** Programs that are typed alone, and after which nobody calls a file. */
const everyday = /^(?:ls|pwd|cd|exit|logout|history|whoami|hostname|clear|date|id)\s*$/;

/** Right under a comment, or by a program of which the block has typed nothing but commands so far. */
function isIntroduced(line: string, drafts: EntryDraft[]): boolean {
  if (!/^\S/.test(line)) return false;
  if (drafts.at(-1)?.kind === 'comment') return true;
  return !endsInOutput(drafts) && typedBefore(drafts).has(firstWord(line));
}

function typedBefore(drafts: EntryDraft[]): Set<string> {
  const recent = drafts.slice(-RECENT);
  return new Set(recent.flatMap((draft) => (draft.kind === 'command' ? [firstWord(draft.command)] : [])));
}

/** Output that tells what to type next. */
function suggests(line: string): boolean {
  return /:\s*$|\b(?:run|try|use|type|ejecut\w+|command|comando)\b/i.test(line);
}

/** A compound command with comments between its lines explains itself: it is read, not typed. */
function isListed({ command: text, count }: Taken): boolean {
  return count > 2 && /^(?:for|while|until|if|case)\b/.test(text) && /\n\s*#/.test(text);
}

/** `docker run [OPTIONS] IMAGE`: how a command is written, not one to give. */
function isSynopsis(drafts: EntryDraft[]): boolean {
  return drafts.every(
    (draft) =>
      draft.kind !== 'command' ||
      /\[(?:(?:OPTIONS|options|flags|FLAGS|COMMAND|CMD|opciones|OPCIONES)\b|-- |<)/.test(draft.command),
  );
}
