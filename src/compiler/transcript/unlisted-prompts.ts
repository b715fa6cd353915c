import type { CodeBlock, Diagnostic } from '../model.ts';
import { readKind } from './code-kind.ts';
import { utilities } from './known-programs.ts';

/** A name, what a program says of its state, and the sign that it waits; a shell reads `cat> file` as a redirection. */
const shape = /^([A-Za-z][\w.-]{0,30})(?:\([\w./ -]{0,40}\)|\[[\w./-]{0,40}\])?[>#$%](?= +\S)/;

/** What looks like the prompt of a program that is on no list of ours (`zlab> start`); `null` when nothing does. */
export function findUnlistedPrompt(line: string): string | null {
  const [prompt, name] = shape.exec(line) ?? [];
  return prompt === undefined || utilities.has(name!) ? null : prompt;
}

/** Where an author says that a block is a shell's, and it begins at such a prompt: nothing of it is run. */
export function warnOfPrompt(block: CodeBlock): Diagnostic[] {
  const first = /^\s*(\S.*)/.exec(block.text)?.[1] ?? '';
  const prompt = readKind(block) === 'shell' ? findUnlistedPrompt(first) : null;
  if (prompt === null || !prompt.endsWith('>')) return [];
  return [
    {
      line: block.textLine,
      column: 1,
      code: 'unknown-prompt',
      severity: 'warning',
      message: `${prompt} looks like the prompt of a program that is not known, so what follows it is not run`,
      hint: 'Write a shell’s commands behind $.',
    },
  ];
}
