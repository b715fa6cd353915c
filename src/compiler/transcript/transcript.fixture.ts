import { plainInline } from '../inline/nodes.ts';
import type { Block, CodeBlock, TranscriptEntry } from '../model.ts';

/** A code block as the page's reader makes it, for tests. */
export function code(text: string, info = '', attributes: Partial<CodeBlock['attributes']> = {}): CodeBlock {
  return {
    kind: 'code',
    line: 1,
    attributes: { id: null, classes: [], values: {}, ...attributes },
    language: (info.trim().split(/\s+/)[0] ?? '').toLowerCase(),
    info: info.trim(),
    text,
    textLine: 2,
    fenced: true,
  };
}

export function paragraph(text: string): Block {
  return {
    kind: 'paragraph',
    line: 1,
    attributes: { id: null, classes: [], values: {} },
    inline: plainInline(text),
  };
}

/** What was read, one line an entry: `> command`, `* command` (shown only), `= output`, `# comment`, `$ prompt`. */
export function sketch(blocks: Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'transcript' ? block.entries.flatMap(sketchEntry) : block.kind === 'code' ? ['code'] : [],
  );
}

function sketchEntry(entry: TranscriptEntry): string[] {
  if (entry.kind === 'prompt') return [`$ ${entry.prompt}`];
  if (entry.kind !== 'command') return [`${entry.kind === 'comment' ? '#' : '='} ${entry.text}`];
  const command = `${entry.step === null ? '*' : '>'} ${entry.command}`;
  return entry.output === '' ? [command] : [command, ...entry.output.split('\n').map((line) => `= ${line}`)];
}
