import { decodeAddress } from '../address.ts';
import type { Block } from '../model.ts';
import { parsePage } from '../page/parse.ts';
import { slug } from '../page/stages/anchors.ts';
import { blocksIn } from '../walk.ts';

/** Made by browsers and by what sites put around a page. */
const ALWAYS = ['', 'top', 'toc', 'content', 'main-content'];

/** What a link to a page may have behind its `#`: headings and ids, however their author wrote them; `blocks`: all of the page. */
export function anchorsIn(text: string, blocks: readonly Block[] = blocksOf(text)): Set<string> {
  const anchors = new Set(ALWAYS);
  for (const block of blocks) {
    if (block.kind === 'heading') {
      anchors.add(block.anchor);
      anchors.add(slug(block.inline.text));
    }
    if (block.attributes.id !== null) anchors.add(block.attributes.id);
  }
  for (const [, first, second] of text.matchAll(
    /\b(?:id|name)=["']?([^"'\s>}]+)|\{:?[^{}\n]*#([^\s{}.#]+)/g,
  )) {
    anchors.add(first ?? second!);
  }
  return anchors;
}

function blocksOf(text: string): Block[] {
  return blocksIn(parsePage({ path: '', text }, NOTHING_BESIDE).blocks);
}

/** Whether an anchor is one of them; footnotes have theirs from the site. */
export function hasAnchor(anchors: ReadonlySet<string>, anchor: string): boolean {
  return [anchor, decodeAddress(anchor)].some((name) => anchors.has(name) || /^fn(?:ref)?[:-]/.test(name));
}

const NOTHING_BESIDE = { picture: () => null, read: () => null, exists: () => true };
