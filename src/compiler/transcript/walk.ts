import type { Block, CodeBlock } from '../model.ts';

/** A code block with what stands before it, which tells what it is. */
export interface CodePlace {
  block: CodeBlock;
  /** The block right before it in the same list of blocks. */
  previous: Block | null;
  /** The words of the paragraphs between it and the code before it; a heading in between empties them. */
  lead: string;
  /** How many headings of the page stand before it. */
  headings: number;
}

/** All code blocks in the page's order, at any depth. What only the speaker sees is left as it is. */
export function findCode(blocks: Block[]): CodePlace[] {
  const places: CodePlace[] = [];
  const state = { lead: '', headings: 0 };
  visit(blocks, places, state);
  return places;
}

function visit(blocks: Block[], places: CodePlace[], state: { lead: string; headings: number }): void {
  let previous: Block | null = null;
  for (const block of blocks) {
    if (block.kind === 'code') {
      places.push({ block, previous, lead: state.lead, headings: state.headings });
      state.lead = '';
    } else if (block.kind === 'heading') {
      state.headings += 1;
      state.lead = '';
    } else if (block.kind === 'paragraph') state.lead += `${block.inline.text}\n`;
    else for (const inner of childrenOf(block)) visit(inner, places, state);
    previous = block;
  }
}

/** The tree with some code blocks replaced; lists without a replacement are the same objects as before. */
export function replaceCode(blocks: Block[], replacements: Map<CodeBlock, Block>): Block[] {
  if (replacements.size === 0) return blocks;
  const each = (inner: Block[]) => replaceCode(inner, replacements);
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'code':
        return replacements.get(block) ?? block;
      case 'list':
      case 'footnotes':
        return {
          ...block,
          items: block.items.map((item) => ({ ...item, blocks: each(item.blocks) })),
        } as Block;
      case 'definitions':
        return {
          ...block,
          items: block.items.map((item) => ({ ...item, definitions: item.definitions.map(each) })),
        };
      case 'quote':
      case 'callout':
      case 'details':
      case 'group':
        return { ...block, blocks: each(block.blocks) };
      default:
        return block;
    }
  });
}

function childrenOf(block: Block): Block[][] {
  switch (block.kind) {
    case 'list':
    case 'footnotes':
      return block.items.map(({ blocks }) => blocks);
    case 'definitions':
      return block.items.flatMap(({ definitions }) => definitions);
    case 'quote':
    case 'callout':
    case 'details':
    case 'group':
      return [block.blocks];
    default:
      return [];
  }
}
