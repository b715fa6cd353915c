import type { Block } from '../../model.ts';
import { visit } from '../../walk.ts';

/**
 * Gives each heading its anchor as kramdown's GitHub flavour makes it (lower case, letters of any language,
 * digits, `_` and `-` kept, blanks to dashes), unique on the page; an id of the author's own stands.
 */
export function nameHeadings(blocks: Block[]): void {
  const taken = new Set<string>();
  const repeated = new Map<string, number>();
  visit(blocks, (block) => {
    if (block.kind !== 'heading') return;
    const name = block.attributes.id ?? (slug(block.inline.text) || 'section');
    let count = repeated.get(name) ?? 0;
    let anchor = count === 0 ? name : `${name}-${count}`;
    while (taken.has(anchor)) anchor = `${name}-${++count}`;
    repeated.set(name, count + 1);
    taken.add(anchor);
    block.anchor = anchor;
  });
}

export function slug(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-');
}
