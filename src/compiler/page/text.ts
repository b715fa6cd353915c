import type { Block } from '../model.ts';
import { textOf } from '../text.ts';
import { mapInsides } from './walk.ts';

/** The words of one block as a reader sees them; the speaker's hidden notes only when they are asked for. */
export function blockText(block: Block, options: { hidden?: boolean } = {}): string {
  return textOf(options.hidden === true ? [block] : withoutHidden([block]));
}

function withoutHidden(blocks: Block[]): Block[] {
  return blocks
    .filter((block) => block.kind !== 'notes' || !block.hidden)
    .map((block) => mapInsides(block, withoutHidden));
}
