import type { Block } from '../model.ts';
import { plainText } from './inline-html.ts';

/** Whether a block holds links and nothing else: the way from page to page, of no use to a class. */
export function isNavigation(block: Block): boolean {
  if (block.kind === 'paragraph') return isOnlyLinks(block.inline.html);
  if (block.kind === 'list') return block.items.every((item) => item.blocks.every(isNavigation));
  return false;
}

function isOnlyLinks(html: string): boolean {
  if (!html.includes('<a ')) return false;
  return !/[\p{L}\p{N}]/u.test(plainText(html.replace(/<a\b[^>]*>.*?<\/a>/gs, '')));
}
