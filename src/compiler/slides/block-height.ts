import { plainInline, visitNodes } from '../inline/nodes.ts';
import type { Block, FigureBlock, HtmlBlock } from '../model.ts';
import {
  BLOCK_GAP,
  DEFINITIONS,
  DIAGRAM,
  FIGURE,
  HEADING,
  LEAST_WIDTH,
  MATH,
  ROOM,
  TEXT,
  TWO_COLUMNS,
  type Type,
} from './layout.ts';
import { countLines } from './measure.ts';

/** Room that a block is set in. */
export interface Setting {
  /** Pixels. */
  width: number;
  /** Width of the slide's body, for what is lifted out of lists. */
  outer: number;
  type: Type;
  /** Font size of its text. */
  size: number;
  /** How many lists it stands in. */
  depth: number;
  /** By step: the one that opened the program into which it is typed. */
  inside(step: string): string | null;
}

/** The height of any block, also of those that can be parted. */
export type Measure = (block: Block, setting: Setting) => number;

/** The least height in pixels in which a block that is never parted can stand. */
export function blockHeight(block: Block, setting: Setting, measure: Measure): number {
  switch (block.kind) {
    case 'paragraph':
      return countLines(block.inline, setting.width, setting.size) * setting.size * TEXT.line;
    case 'heading': {
      const size = setting.size * HEADING.inside;
      return countLines(block.inline, setting.width, size, true) * size * HEADING.line;
    }
    case 'figure':
      return FIGURE.least + captionHeight(block, setting);
    case 'diagram':
      return DIAGRAM.least;
    case 'math':
      return block.tex.split('\\\\').length * MATH.line;
    case 'html':
      return htmlHeight(block, setting);
    case 'definitions':
      return stacked(
        block.items.map(
          (item) =>
            item.terms.length * setting.size * TEXT.line +
            stack(
              item.definitions.flat(),
              { ...setting, width: Math.max(LEAST_WIDTH, setting.width - DEFINITIONS.indent) },
              measure,
            ),
        ),
        DEFINITIONS.gap,
      );
    case 'group':
      return columnsHeight(block.blocks, setting, measure);
    default:
      return 0;
  }
}

/** The height that it would like to have: for pictures, as large as the slide allows. */
export function naturalHeight(block: Block, setting: Setting, measure: Measure): number {
  if (block.kind === 'diagram') return DIAGRAM.ideal;
  if (block.kind === 'figure') {
    const natural = naturalFigure(block, setting.width);
    return Math.max(
      blockHeight(block, setting, measure),
      Math.min(natural, ROOM.height - 140) + captionHeight(block, setting),
    );
  }
  return blockHeight(block, setting, measure);
}

function naturalFigure(block: FigureBlock, width: number): number {
  if (block.size === null) return FIGURE.placeholder;
  const scale = Math.min(FIGURE.grow, width / Math.max(1, block.size.width));
  return block.size.height * scale;
}

function captionHeight(block: FigureBlock, setting: Setting): number {
  return block.caption === null
    ? 0
    : FIGURE.captionGap +
        countLines(block.caption, setting.width, FIGURE.caption) * FIGURE.caption * TEXT.line;
}

/** Two columns, filled row by row: each row is as high as the higher of its two blocks. */
function columnsHeight(blocks: readonly Block[], setting: Setting, measure: Measure): number {
  const width = Math.max(LEAST_WIDTH, (setting.width - TWO_COLUMNS.gap) / 2);
  const heights = blocks.map((block) => measure(block, { ...setting, width }));
  const rows: number[] = [];
  for (let at = 0; at < heights.length; at += 2) rows.push(Math.max(heights[at]!, heights[at + 1] ?? 0));
  return stacked(rows, BLOCK_GAP);
}

function stack(blocks: readonly Block[], setting: Setting, measure: Measure): number {
  return stacked(
    blocks.map((block) => measure(block, setting)),
    BLOCK_GAP,
  );
}

function stacked(heights: readonly number[], gap: number): number {
  return heights.reduce((sum, height) => sum + height, 0) + Math.max(0, heights.length - 1) * gap;
}

/** Elements that make a line of their own. */
const LINES = new Set('tr li p h1 h2 h3 h4 h5 h6 dt dd summary'.split(' '));

/** An author's own HTML: a line for each element that makes one, more where its text wraps. */
function htmlHeight({ nodes, text }: HtmlBlock, setting: Setting): number {
  let rows = 0;
  let pictures = 0;
  visitNodes(nodes, (node) => {
    if (node.kind === 'image') pictures += 1;
    if (node.kind === 'image' || node.kind === 'break' || (node.kind === 'element' && LINES.has(node.tag)))
      rows += 1;
  });
  const wrapped = text
    .split('\n')
    .reduce((sum, line) => sum + countLines(plainInline(line), setting.width, setting.size), 0);
  return Math.max(1, rows, wrapped) * setting.size * TEXT.line * 1.2 + pictures * FIGURE.least;
}
