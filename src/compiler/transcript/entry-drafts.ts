import { type CommandFacts, readCommand } from '../../shell/command.ts';
import type { ReasonCode } from '../reasons/reason.ts';
import type { Prompt } from './prompt.ts';

/** An entry of a transcript before it is known where it is typed. `line` counts from 0 in the block. */
export type EntryDraft = CommandDraft | CommentDraft | OutputDraft | PromptDraft;

export interface CommandDraft {
  kind: 'command';
  line: number;
  prompt: Prompt | null;
  command: string;
  /** What a shell would do with it. */
  does: CommandFacts;
  output: string[];
  /** Why it is shown only (another system's shell, a line that the author commented out), or `null`. */
  shownOnly: ReasonCode | null;
  /** A continuation that a shell would not follow. */
  broken: boolean;
  /** It speaks the language of the program that is open (`SHOW TABLES;`), without that program's prompt. */
  statement: boolean;
}
export interface CommentDraft {
  kind: 'comment';
  line: number;
  lines: string[];
}
/** Output that no command of the block printed. */
export interface OutputDraft {
  kind: 'output';
  line: number;
  lines: string[];
}
export interface PromptDraft {
  kind: 'prompt';
  line: number;
  prompt: Prompt;
}

/** A command as it was taken from the block, with nothing printed yet. */
export function commandDraft(
  line: number,
  prompt: Prompt | null,
  { command, broken }: { command: string; broken: boolean },
  shownOnly: ReasonCode | null,
): CommandDraft {
  const typed = withoutLiquid(command);
  return {
    kind: 'command',
    line,
    prompt,
    command: typed,
    does: readCommand(typed),
    output: [],
    shownOnly,
    broken,
    statement: false,
  };
}

/**
 * The command as the page's reader sees it: Liquid writes a Go template as `{{ "{{ json .Mounts "}}}}`, because it
 * would evaluate it otherwise. Nothing else of a command is ever changed.
 */
export function withoutLiquid(command: string): string {
  return command.replace(/\{\{ *"(\{\{[^"\n]*)" *\}\}/g, '$1');
}

/** Adds a line that was printed: to the command above it, or to an output that stands on its own. */
export function addOutput(drafts: EntryDraft[], line: number, text: string): void {
  const last = drafts.at(-1);
  if (last?.kind === 'command') last.output.push(text);
  else if (last?.kind === 'output') last.lines.push(text);
  else if (text.trim() !== '') drafts.push({ kind: 'output', line, lines: [text] });
}

/** The command that was typed last. */
export function lastCommand(drafts: readonly EntryDraft[]): CommandDraft | null {
  const last = drafts.findLast((draft) => draft.kind === 'command');
  return last?.kind === 'command' ? last : null;
}

/** Without the blank lines around it, which only keep it apart. */
export function trimBlank(lines: string[]): string {
  let from = 0;
  let to = lines.length;
  while (from < to && lines[from]!.trim() === '') from += 1;
  while (to > from && lines[to - 1]!.trim() === '') to -= 1;
  return lines.slice(from, to).join('\n');
}

/** Whether it printed anything; looked for from its end, where it mostly is. */
export function hasPrinted({ output }: CommandDraft): boolean {
  return output.findLast((text) => text.trim() !== '') !== undefined;
}
