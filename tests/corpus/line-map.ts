import type { Block, CodeBlock, Lesson, TranscriptBlock, TranscriptEntry } from '../../src/compiler/model.ts';
import { mapBlocks } from '../../src/compiler/walk.ts';

/** What the compiler makes of one line of a page's code. */
export type LineKind = 'command' | 'continuation' | 'output' | 'comment' | 'prompt' | 'code' | 'blank';

export interface MappedLine {
  kind: LineKind;
  block: CodeBlock | TranscriptBlock;
  /** The entry that the line belongs to; `null` in a block that is no transcript. */
  entry: TranscriptEntry | null;
  /** Whether the line is sent to a shell when its step is run. */
  run: boolean;
}

/** Every line of a page's code blocks, by its number in the file. */
export function mapLines(lesson: Lesson): Map<number, MappedLine> {
  const lines = new Map<number, MappedLine>();
  for (const block of codeBlocks(lesson.document)) {
    block.text.split('\n').forEach((text, at) => {
      lines.set(block.textLine + at, mapLine(block, block.textLine + at, text));
    });
  }
  return lines;
}

/** The page's code blocks at any depth, transcripts among them. */
function codeBlocks(blocks: Block[]): (CodeBlock | TranscriptBlock)[] {
  const found: (CodeBlock | TranscriptBlock)[] = [];
  mapBlocks(blocks, (block) => {
    if (block.kind === 'code' || block.kind === 'transcript') found.push(block);
    return block;
  });
  return found;
}

function mapLine(block: CodeBlock | TranscriptBlock, line: number, text: string): MappedLine {
  const blank = text.trim() === '';
  if (block.kind === 'code') return { kind: blank ? 'blank' : 'code', block, entry: null, run: false };
  const entry = block.entries.findLast((one) => one.line <= line) ?? null;
  const inCommand = entry?.kind === 'command' && line < entry.line + entry.command.split('\n').length;
  const kind = kindOf(entry, line, inCommand);
  return {
    kind: blank && kind === 'output' ? 'blank' : kind,
    block,
    entry,
    run: inCommand && entry.kind === 'command' && entry.step !== null,
  };
}

function kindOf(entry: TranscriptEntry | null, line: number, inCommand: boolean): LineKind {
  if (entry === null) return 'blank';
  if (entry.kind !== 'command') return entry.kind;
  if (entry.line === line) return 'command';
  return inCommand ? 'continuation' : 'output';
}
