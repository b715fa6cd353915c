import { type InlineNode, visitNodes } from './inline/nodes.ts';
import type { Block, Inline, Link, Picture } from './model.ts';
import { insides } from './walk.ts';

/** What a page names, in its order. */
export interface Mentions {
  links: Link[];
  pictures: Picture[];
}

/** The links that stand on a page and the pictures that it shows, with the lines of the blocks that hold them. */
export function findMentions(document: readonly Block[]): Mentions {
  const mentions: Mentions = { links: [], pictures: [] };
  readBlocks(document, false, mentions);
  mentions.links.sort((a, b) => a.line - b.line);
  mentions.pictures.sort((a, b) => a.line - b.line);
  return mentions;
}

function readBlocks(blocks: readonly Block[], hidden: boolean, mentions: Mentions): void {
  for (const block of blocks) {
    const unseen = hidden || (block.kind === 'notes' && block.hidden);
    if (block.kind === 'figure') addFigure(block, unseen, mentions);
    for (const { line, nodes } of runsOf(block)) addNodes(nodes, { line, within: placeOf(block) }, mentions);
    for (const inside of insides(block)) readBlocks(inside, unseen, mentions);
  }
}

function placeOf(block: Block): Picture['within'] {
  return block.kind === 'html' ? 'html' : 'text';
}

/** Notes tell a figure's words only, so that hidden ones show no picture. */
function addFigure(
  { line, source, alt, link, missing }: Extract<Block, { kind: 'figure' }>,
  hidden: boolean,
  { links, pictures }: Mentions,
): void {
  if (link !== null) links.push({ line, href: link });
  pictures.push({ line, source, alt, within: 'figure', shown: !missing && !hidden });
}

function addNodes(
  nodes: readonly InlineNode[],
  { line, within }: { line: number; within: Picture['within'] },
  { links, pictures }: Mentions,
): void {
  visitNodes(nodes, (node) => {
    if (node.kind === 'link' && node.href !== null) links.push({ line, href: node.href });
    if (node.kind === 'image')
      pictures.push({ line, source: node.source, alt: node.alt ?? '', within, shown: true });
  });
}

interface Run {
  line: number;
  nodes: readonly InlineNode[];
}

/** The runs of text that a block itself holds. */
function runsOf(block: Block): Run[] {
  return (runs[block.kind] as (block: Block) => Run[])(block);
}

const runs: { [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => Run[] } = {
  heading: (block) => own(block, block.inline),
  paragraph: (block) => own(block, block.inline),
  table: (block) => own(block, ...[block.header, ...block.rows].flat()),
  callout: (block) => own(block, block.title),
  details: (block) => own(block, block.summary),
  figure: (block) => own(block, ...(block.caption === null ? [] : [block.caption])),
  definitions: (block) => block.items.flatMap((item) => own(item, ...item.terms)),
  html: (block) => [block],
  list: none,
  code: none,
  transcript: none,
  quote: none,
  break: none,
  toc: none,
  diagram: none,
  math: none,
  group: none,
  notes: none,
  footnotes: none,
};

function own({ line }: { line: number }, ...inlines: Inline[]): Run[] {
  return inlines.map(({ nodes }) => ({ line, nodes }));
}

function none(): Run[] {
  return [];
}
