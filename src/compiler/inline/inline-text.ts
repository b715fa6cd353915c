import type { InlineNode } from './nodes.ts';

/** Elements that stand apart from the words around them. */
const APART = new Set(
  (
    'blockquote caption center col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p ' +
    'pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** The words that a reader sees in these nodes, a line for what stands apart; a picture counts with its alternative text. */
export function wordsOf(nodes: readonly InlineNode[]): string {
  const [only] = nodes;
  if (nodes.length === 1 && only!.kind === 'text' && !only!.text.includes('\n')) return only!.text.trim();
  return readAll(nodes)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function readAll(nodes: readonly InlineNode[]): string {
  let text = '';
  for (const node of nodes) text += read(node);
  return text;
}

function read(node: InlineNode): string {
  switch (node.kind) {
    case 'text':
    case 'code':
      return node.text;
    case 'formula':
      return node.tex;
    case 'break':
      return '\n';
    case 'image':
      return `\n${node.alt ?? ''}\n`;
    case 'link':
      return readAll(node.nodes);
    case 'element':
      return APART.has(node.tag) ? `\n${readAll(node.nodes)}\n` : readAll(node.nodes);
  }
}

/** The characters that stand in these nodes, one after the other: what {@link cutNodes} counts. */
export function charactersOf(nodes: readonly InlineNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.kind === 'text' || node.kind === 'code') text += node.text;
    else if (node.kind === 'formula') text += node.tex;
    else if ('nodes' in node) text += charactersOf(node.nodes);
  }
  return text;
}

/** Runs of characters with the emphasis and the face that they are set in: what measuring needs to know. */
export interface StyledRun {
  /** A line end where the author forced one. */
  text: string;
  bold: boolean;
  code: boolean;
}

const BOLD = new Set(['strong', 'b', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const CODE = new Set(['code', 'kbd', 'samp']);

export function* styledRuns(nodes: readonly InlineNode[], bold = false, code = false): Generator<StyledRun> {
  for (const node of nodes) {
    if (node.kind === 'text') yield { text: node.text, bold, code };
    else if (node.kind === 'code') yield { text: node.text, bold, code: true };
    else if (node.kind === 'formula') yield { text: node.tex, bold, code };
    else if (node.kind === 'break') yield { text: '\n', bold: false, code: false };
    else if (node.kind === 'link') yield* styledRuns(node.nodes, bold, code);
    else if (node.kind === 'element')
      yield* styledRuns(node.nodes, bold || BOLD.has(node.tag), code || CODE.has(node.tag));
  }
}
