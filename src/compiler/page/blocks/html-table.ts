import { wordsOf } from '../../inline/inline-text.ts';
import { addNode, type ElementNode, plainInline, trimNodes } from '../../inline/nodes.ts';
import type { Attributes, Inline, InlineNode, TableBlock } from '../../model.ts';

interface Cell {
  nodes: InlineNode[];
  head: boolean;
  span: number;
}

/** Elements that a cell of words may hold; a paragraph in it is a line. */
const PLAIN = new Set(
  'a abbr b br cite code del em i ins kbd mark p q s samp small span strong sub sup u var'.split(' '),
);
const FRAME = new Set('thead tbody tfoot tr colgroup col'.split(' '));

/**
 * A table that its author wrote in HTML, when it is one of words alone: it can be parted between its rows then.
 * `null` when it holds more (code, lists, other tables), or cells over several rows.
 *
 * @param nodes the block, read as a tree
 */
export function readHtmlTable(
  nodes: readonly InlineNode[],
  line: number,
  attributes: Attributes,
): TableBlock | null {
  const rows = readRows(nodes);
  if (rows === null || rows.length === 0) return null;
  const headed = rows[0]!.every((cell) => cell.head) && rows.length > 1;
  const cells = rows.map((row) => row.flatMap(spread));
  const columns = cells.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    kind: 'table',
    line,
    attributes,
    header: headed ? cells[0]! : [],
    align: Array.from({ length: columns }, () => null),
    rows: headed ? cells.slice(1) : cells,
  };
}

function readRows(nodes: readonly InlineNode[]): Cell[][] | null {
  const [table, ...more] = nodes.filter((node) => !isBlank(node));
  if (table?.kind !== 'element' || table.tag !== 'table' || more.length > 0) return null;
  const rows: Cell[][] = [];
  return addCells(table.nodes, rows) ? rows.filter((row) => row.length > 0) : null;
}

/** Whether all of a table's inside could be taken. */
function addCells(nodes: readonly InlineNode[], rows: Cell[][]): boolean {
  return nodes.every((node) => {
    if (isBlank(node)) return true;
    if (node.kind !== 'element') return false;
    if (node.tag === 'td' || node.tag === 'th') return addCell(node, rows);
    if (node.tag === 'tr') rows.push([]);
    return FRAME.has(node.tag) && addCells(node.nodes, rows);
  });
}

function addCell({ tag, attributes, nodes }: ElementNode, rows: Cell[][]): boolean {
  const { colspan = 1, rowspan = 1 } = attributes ?? {};
  if (Number(rowspan) > 1 || !isPlain(nodes)) return false;
  if (rows.length === 0) rows.push([]);
  const inside = trimNodes(withoutParagraphs(nodes));
  rows.at(-1)!.push({ nodes: inside, head: tag === 'th', span: Math.min(50, Number(colspan) || 1) });
  return true;
}

function isPlain(nodes: readonly InlineNode[]): boolean {
  return nodes.every((node) => {
    if (node.kind === 'image') return false;
    return (node.kind !== 'element' || PLAIN.has(node.tag)) && (!('nodes' in node) || isPlain(node.nodes));
  });
}

function withoutParagraphs(nodes: readonly InlineNode[]): InlineNode[] {
  const last = nodes.findLastIndex((node) => !isBlank(node));
  const lines: InlineNode[] = [];
  for (const [at, node] of nodes.entries()) {
    if (node.kind === 'element' && node.tag === 'p') {
      for (const inside of withoutParagraphs(node.nodes)) addNode(lines, inside);
      if (at < last) lines.push({ kind: 'break' });
    } else if (node.kind === 'text') addNode(lines, { ...node, text: node.text.replace(/\s+/g, ' ') });
    else lines.push('nodes' in node ? { ...node, nodes: withoutParagraphs(node.nodes) } : node);
  }
  return lines;
}

function isBlank(node: InlineNode): boolean {
  return node.kind === 'text' && node.text.trim() === '';
}

/** A cell over several columns leaves those behind its first empty. */
function spread({ nodes, span }: Cell): Inline[] {
  return [{ nodes, text: wordsOf(nodes) }, ...Array.from({ length: span - 1 }, () => plainInline(''))];
}
