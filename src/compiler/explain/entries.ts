import type { CommandEntry, TranscriptBlock, TranscriptEntry } from '../model.ts';
import { because } from '../reasons/reason.ts';
import type { Explained } from './explained.ts';
import type { Later } from './later.ts';

/** Tells what each line of a transcript is: command, output, comment or prompt. */
export function explainEntries(block: TranscriptBlock, reasons: Later['reasons']): Explained[] {
  const lines = block.text.split('\n');
  return block.entries.flatMap((entry, at) => {
    const end = (block.entries[at + 1]?.line ?? block.textLine + lines.length) - 1;
    const to = lastWritten(lines, block.textLine, end, entry.line);
    if (entry.kind !== 'command') return [explainLine(entry, to)];
    const typed = entry.line + entry.command.split('\n').length - 1;
    return [explainCommand(entry, Math.min(typed, to), reasons), ...explainOutput(entry, typed + 1, to)];
  });
}

function explainCommand(entry: CommandEntry, to: number, reasons: Later['reasons']): Explained {
  const { line: from, step } = entry;
  const why = [reasons.get(entry) ?? because('step', step ?? '')];
  return { from, to, kind: 'command', why, step, inside: [] };
}

function explainOutput({ output }: CommandEntry, from: number, to: number): Explained[] {
  return output === '' || from > to
    ? []
    : [{ from, to, kind: 'output', why: [because('printed')], step: null, inside: [] }];
}

function explainLine({ kind, line: from }: TranscriptEntry, to: number): Explained {
  const code = kind === 'comment' ? 'comment-line' : kind === 'prompt' ? 'prompt-alone' : 'printed-alone';
  return { from, to, kind, why: [because(code)], step: null, inside: [] };
}

/** Blank lines at an entry's end only keep it apart from the next one. */
function lastWritten(lines: string[], first: number, end: number, from: number): number {
  let last = end;
  while (last > from && (lines[last - first] ?? '').trim() === '') last -= 1;
  return last;
}
