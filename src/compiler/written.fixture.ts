import { parseDocument } from 'htmlparser2';
import type { Step } from './model.ts';

/** A line of a command that the page does not say. */
export interface Unwritten {
  line: number;
  id: string;
  text: string;
}

/**
 * The lines of commands that do not stand in the page's source, from its first line to its last character: behind
 * the prompt that the step says, or on a line that follows, behind the mark with which a program asks for more.
 * Blanks around it don't count; entities, and Liquid's way to write a template's braces, are what they stand for.
 */
export function findUnwritten(text: string, steps: readonly Step[]): Unwritten[] {
  const lines = text.split(/\r\n|\n|\r/);
  return steps.flatMap((step) => {
    let at = step.line - 1;
    const found: Unwritten[] = [];
    for (const [index, line] of step.command.split('\n').entries()) {
      const allowed = index === 0 ? isFirst(line.trim(), step.prompt) : isNext(line.trim());
      while (line.trim() !== '' && at < lines.length && at < step.line + LONGEST && !allowed(lines[at]!))
        at += 1;
      const isThere = line.trim() === '' || (at < lines.length && allowed(lines[at]!));
      if (index === 0 && at !== step.line - 1 && isThere)
        found.push({ line: at + 1, id: step.id, text: `late: ${line}` });
      if (!isThere) return [...found, { line: step.line, id: step.id, text: line }];
      at += 1;
    }
    return found;
  });
}

/** Lines over which one command is looked for. */
const LONGEST = 600;

function isFirst(command: string, prompt: string): (source: string) => boolean {
  return (source) =>
    readings(source).some((read) => {
      if (!read.endsWith(command)) return false;
      const before = read.slice(0, read.length - command.length).trim();
      return (
        before
          .replace(CONTAINERS, '')
          .replaceAll(prompt || '\0', '')
          .trim() === ''
      );
    });
}

function isNext(part: string): (source: string) => boolean {
  return (source) =>
    readings(source).some(
      (read) => read.endsWith(part) && MORE.test(read.slice(0, read.length - part.length).trim()),
    );
}

/** Marks of lists, quotes and divisions before a block's line. */
const CONTAINERS = /^(?:(?:>|[*+-]|\d+[.)])\s*)*/;
/** What programs print before a line that goes on. */
const MORE = /^(?:>\s*)*(?:>|->|'>|">|`>|\.\.\.:?|[\w]*[-('"][#>])?$/;

function readings(source: string): string[] {
  const liquid = source
    .replace(/\{\{ *"(\{\{[^"\n]*)" *\}\}/g, '$1')
    .replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '');
  return [source, liquid, ...[source, liquid].filter((one) => /[&<]/.test(one)).map(plainText)].map((one) =>
    one.trim(),
  );
}

/** What HTML's own marks leave of a line; what else stands in angle brackets is text. */
function plainText(html: string): string {
  const text = html
    .replace(/<!--.*?-->|<\/?(?:pre|code|samp|kbd|var|span|a|b|strong|i|em|u|br)\b[^<>]*>/g, '')
    .replaceAll('<', '&lt;');
  return parseDocument(text)
    .children.map((node) => ('data' in node ? String(node.data) : ''))
    .join('');
}
