import { charactersOf } from '../inline/inline-text.ts';
import type { Block, InlineNode } from '../model.ts';

/** Whether a block holds links and nothing else: the way from page to page, of no use to a class. */
export function isNavigation(block: Block): boolean {
  if (block.kind === 'paragraph') return isOnlyLinks(block.inline.nodes);
  if (block.kind === 'list') return block.items.every((item) => item.blocks.every(isNavigation));
  return false;
}

function isOnlyLinks(nodes: readonly InlineNode[]): boolean {
  const links = { count: 0 };
  return !/[\p{L}\p{N}]/u.test(besideLinks(nodes, links)) && links.count > 0;
}

function besideLinks(nodes: readonly InlineNode[], links: { count: number }): string {
  let text = '';
  for (const node of nodes) {
    if (node.kind === 'link') links.count += 1;
    else text += node.kind === 'element' ? besideLinks(node.nodes, links) : charactersOf([node]);
  }
  return text;
}
