import type { Block, Inline, ListItem, TranscriptEntry } from './model.ts';

/** All the words that a reader sees in these blocks, in the page's order, a block a line. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .map(textOfBlock)
    .filter((text) => text !== '')
    .join('\n');
}

/** Words as people count them: what stands between blanks and holds a letter or a digit. */
export function countWords(text: string): number {
  let count = 0;
  for (const [run] of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(run)) count += 1;
  return count;
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.inline.text;
    case 'list':
      return joined(block.items.map(textOfItem));
    case 'code':
      return block.text;
    case 'transcript':
      return joined(block.entries.map(textOfEntry));
    case 'table':
      return joined([block.header, ...block.rows].map((row) => textOfInlines(row)));
    case 'callout':
      return joined([block.title.text, textOf(block.blocks)]);
    case 'details':
      return joined([block.summary.text, textOf(block.blocks)]);
    case 'quote':
    case 'group':
    case 'notes':
      return textOf(block.blocks);
    case 'figure':
      return joined([block.alt, block.caption?.text ?? '']);
    case 'html':
      return block.text;
    case 'definitions':
      return joined(
        block.items.map((item) => joined([textOfInlines(item.terms), ...item.definitions.map(textOf)])),
      );
    case 'math':
      return block.tex;
    case 'footnotes':
      return joined(block.items.map((item) => textOf(item.blocks)));
    case 'break':
    case 'toc':
    case 'diagram':
      return '';
  }
}

function textOfItem(item: ListItem): string {
  return textOf(item.blocks);
}

/** Prompt, command and output as they stand in the page. */
function textOfEntry(entry: TranscriptEntry): string {
  switch (entry.kind) {
    case 'command':
      return joined([`${entry.prompt} ${entry.command}`.trim(), entry.output]);
    case 'prompt':
      return entry.prompt;
    default:
      return entry.text;
  }
}

function textOfInlines(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('\t');
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}
