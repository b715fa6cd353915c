import type { Block, HeadingBlock } from '../../model.ts';
import { toText } from './front-matter.ts';

/** The lesson's title: a `#` heading that opens the page, else the front matter's, else the first heading's. */
export function findTitle(blocks: Block[], frontMatter: Record<string, unknown>): string {
  const first = blocks.find((block): block is HeadingBlock => block.kind === 'heading');
  if (first?.depth === 1) return first.inline.text;
  return toText(frontMatter['title']) || (first?.inline.text ?? '');
}
