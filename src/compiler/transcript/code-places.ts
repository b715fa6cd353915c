import type { Block, CodeBlock } from '../model.ts';
import { insides, mapInsides } from '../walk.ts';

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
  collect(blocks, places, state);
  return places;
}

function collect(blocks: Block[], places: CodePlace[], state: { lead: string; headings: number }): void {
  let previous: Block | null = null;
  for (const block of blocks) {
    if (block.kind === 'code') {
      places.push({ block, previous, lead: state.lead, headings: state.headings });
      state.lead = '';
    } else if (block.kind === 'heading') {
      state.headings += 1;
      state.lead = '';
    } else if (block.kind === 'paragraph') state.lead += `${block.inline.text}\n`;
    else if (block.kind !== 'notes') for (const inside of insides(block)) collect(inside, places, state);
    previous = block;
  }
}

/** The blocks with some code blocks, at any depth, replaced. What only the speaker sees is left as it is. */
export function replaceCode(blocks: Block[], replacements: ReadonlyMap<Block, Block>): Block[] {
  if (replacements.size === 0) return blocks;
  return blocks.map(
    (block) =>
      replacements.get(block) ??
      (block.kind === 'notes' ? block : mapInsides(block, (inside) => replaceCode(inside, replacements))),
  );
}
