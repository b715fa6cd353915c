import type { Diagnostic } from '../model.ts';
import type { CommandDraft } from './draft.ts';
import { judgeLine } from './looks.ts';

/** The command as it is meant to be typed: without what a page's dialect put into it. */
export function cleanCommand(command: string): string {
  return withoutLiquid(withoutHighlights(command));
}

/** Remark marks words of code with backticks; a shell's backticks hold a command. */
function withoutHighlights(command: string): string {
  if (!command.includes('`')) return command;
  return command.replace(/`([^`\n]+)`/g, (whole, inner: string) => (isHighlight(inner) ? inner : whole));
}

function isHighlight(inner: string): boolean {
  return /^<[\w .:-]+>$/.test(inner) || judgeLine(inner) === 'no';
}

/** Liquid writes a Go template as `{{ "{{ json .Mounts "}}}}`, because it would evaluate it otherwise. */
function withoutLiquid(command: string): string {
  return command.replace(/\{\{ *"(\{\{[^"\n]*)" *\}\}/g, '$1');
}

/** What a teacher should mend in a command. The command itself is never changed behind their back. */
export function warnAbout(draft: CommandDraft, command: string, line: number): Diagnostic[] {
  const found: Diagnostic[] = [];
  const quote = /[“”‘’«»]/.exec(
    command.replace(/'[^']*'/g, (text) => (/[“”]/.test(text) ? ' '.repeat(text.length) : text)),
  );
  if (quote !== null) {
    found.push({
      line: line + command.slice(0, quote.index).split('\n').length - 1,
      column: 1,
      code: 'typographic-quotes',
      severity: 'warning',
      message: `the shell does not read ${quote[0]} as a quote`,
      hint: 'Write straight quotes (" or \') in the command.',
    });
  }
  if (draft.broken) {
    found.push({
      line,
      column: 1,
      code: 'broken-continuation',
      severity: 'warning',
      message: 'a blank after the backslash ends the command here, in a shell',
      hint: 'Remove the blanks behind the backslash.',
    });
  }
  return found;
}
