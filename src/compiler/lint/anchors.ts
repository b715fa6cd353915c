import { decodeAddress } from '../address.ts';
import type { Block } from '../model.ts';
import { parsePage } from '../page/parse.ts';
import { slug } from '../page/stages/anchors.ts';
import { visit } from '../walk.ts';

/** Made by browsers and by what sites put around a page. */
const ALWAYS = ['', 'top', 'toc', 'content', 'main-content'];

/** What a link to a page may have behind its `#`: headings and ids, however their author wrote them. */
export function anchorsIn(text: string, document?: readonly Block[]): Set<string> {
  const blocks = document ?? parsePage({ path: '', text }, NOTHING_BESIDE).blocks;
  const anchors = new Set(ALWAYS);
  visit(blocks, (block) => {
    if (block.kind === 'heading') {
      anchors.add(block.anchor);
      anchors.add(slug(block.inline.text));
    }
    if (block.attributes.id !== null) anchors.add(block.attributes.id);
  });
  for (const [, first, second] of text.matchAll(
    /\b(?:id|name)=["']?([^"'\s>}]+)|\{:?[^{}\n]*#([^\s{}.#]+)/g,
  )) {
    anchors.add(first ?? second!);
  }
  return anchors;
}

/** Whether an anchor is one of them; footnotes have theirs from the site. */
export function hasAnchor(anchors: ReadonlySet<string>, anchor: string): boolean {
  return [anchor, decodeAddress(anchor)].some((name) => anchors.has(name) || /^fn(?:ref)?[:-]/.test(name));
}

const NOTHING_BESIDE = { picture: () => null, read: () => null, exists: () => true };
