/**
 * A run of text as a small tree of plain data. It is made once, when the page is read; what its author wrote in
 * HTML was sanitised then, so that all that is left of it may be shown.
 */
export interface Inline {
  nodes: InlineNode[];
  /** The words that a reader sees in it; a picture counts with its alternative text. */
  text: string;
}

export type InlineNode = TextNode | BreakNode | FormulaNode | ImageNode | CodeNode | LinkNode | ElementNode;

/** What an author says of an element beside what it is: its id, classes, title, …; absent when nothing is said. */
interface Attributed {
  attributes?: Record<string, string>;
}

/** Characters as they are read: no entities. Never empty, never beside another one. */
export interface TextNode {
  kind: 'text';
  text: string;
}
export interface BreakNode extends Attributed {
  kind: 'break';
}
/** Mathematics within a line, as TeX. */
export interface FormulaNode {
  kind: 'formula';
  tex: string;
}
export interface ImageNode extends Attributed {
  kind: 'image';
  /** As written; empty where it was none that may be shown. */
  source: string;
  /** `null` when its author gave none. */
  alt: string | null;
}
export interface CodeNode extends Attributed {
  kind: 'code';
  text: string;
}
export interface LinkNode<Inside = InlineNode> extends Attributed {
  kind: 'link';
  /** As written; `null` for a mere anchor, and where it was no address that may be followed. */
  href: string | null;
  nodes: Inside[];
}
/** What is set apart from its text: `strong`, `em`, `kbd`, `span`; in a block of HTML also `table`, `ul`, `div`. */
export interface ElementNode<Inside = InlineNode> extends Attributed {
  kind: 'element';
  tag: string;
  nodes: Inside[];
}

/** A run of nothing but these characters. */
export function plainInline(text: string): Inline {
  return { nodes: text === '' ? [] : [{ kind: 'text', text }], text };
}

/** Adds a node at the end; text goes on the text that stands there. */
export function addNode<N extends { kind: string }>(nodes: (N | TextNode)[], node: N | TextNode): void {
  const last = nodes.at(-1);
  if (!isText(node)) nodes.push(node);
  else if (last !== undefined && isText(last))
    nodes[nodes.length - 1] = { ...last, text: last.text + node.text };
  else if (node.text !== '') nodes.push(node);
}

/** The same list without the room that a list keeps for more when it grows: a lesson holds thousands of them. */
export function exact<T>(list: readonly T[]): T[] {
  return list.slice();
}

function isText(node: { kind: string }): node is TextNode {
  return node.kind === 'text';
}

/** The nodes without the blanks that they begin and end with. */
export function trimNodes(nodes: readonly InlineNode[]): InlineNode[] {
  const trimmed = [...nodes];
  const first = trimmed[0];
  if (first?.kind === 'text') trimmed.splice(0, 1, ...plainInline(first.text.trimStart()).nodes);
  const last = trimmed.at(-1);
  if (last?.kind === 'text') trimmed.splice(-1, 1, ...plainInline(last.text.trimEnd()).nodes);
  return exact(trimmed);
}

/** The nodes with what stands in links in their place. */
export function withoutLinks(nodes: readonly InlineNode[]): InlineNode[] {
  const plain: InlineNode[] = [];
  for (const node of nodes) {
    if (node.kind === 'link') for (const inside of withoutLinks(node.nodes)) addNode(plain, inside);
    else addNode(plain, node.kind === 'element' ? { ...node, nodes: withoutLinks(node.nodes) } : node);
  }
  return plain;
}

/** Every node of a tree, in the order in which they are read. */
export function visitNodes(nodes: readonly InlineNode[], each: (node: InlineNode) => void): void {
  for (const node of nodes) {
    each(node);
    if ('nodes' in node) visitNodes(node.nodes, each);
  }
}
