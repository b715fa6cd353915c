import type { Block, Inline, TranscriptEntry } from './model.ts';

/** All the words that a reader sees in these blocks, in the page's order, a block a line. */
export function textOf(blocks: readonly Block[]): string {
  return joined(blocks.map(textOfBlock));
}

/** Words as people count them: what stands between blanks and holds a letter or a digit. */
export function countWords(text: string): number {
  let count = 0;
  for (const [run] of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(run)) count += 1;
  return count;
}

/** What each kind of block says. */
const said: { [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => string } = {
  heading: ({ inline }) => inline.text,
  paragraph: ({ inline }) => inline.text,
  list: ({ items }) => joined(items.map((item) => textOf(item.blocks))),
  code: ({ text }) => text,
  transcript: ({ entries }) => joined(entries.map(textOfEntry)),
  table: ({ header, rows }) => joined([header, ...rows].map(textOfInlines)),
  quote: ({ blocks }) => textOf(blocks),
  callout: ({ title, blocks }) => joined([title.text, textOf(blocks)]),
  details: ({ summary, blocks }) => joined([summary.text, textOf(blocks)]),
  group: ({ blocks }) => textOf(blocks),
  notes: ({ blocks }) => textOf(blocks),
  figure: ({ alt, caption }) => joined([alt, caption?.text ?? '']),
  html: ({ text }) => text,
  definitions: ({ items }) =>
    joined(items.flatMap((item) => [textOfInlines(item.terms), ...item.definitions.map(textOf)])),
  math: ({ tex }) => tex,
  footnotes: ({ items }) => joined(items.map((item) => textOf(item.blocks))),
  break: () => '',
  toc: () => '',
  diagram: () => '',
};

function textOfBlock(block: Block): string {
  return (said[block.kind] as (block: Block) => string)(block);
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
