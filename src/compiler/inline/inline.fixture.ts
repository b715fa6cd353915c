import type { InlineNode } from './nodes.ts';

/** A tree in a line: `a strong(b) link#x(c) code(d)`; text stands as it is, in brackets where blanks matter. */
export function sketch(nodes: readonly InlineNode[]): string {
  return nodes.map(sketchNode).join('|');
}

function sketchNode(node: InlineNode): string {
  const said = 'attributes' in node ? JSON.stringify(node.attributes) : '';
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return `code${said}(${node.text})`;
    case 'formula':
      return `formula(${node.tex})`;
    case 'break':
      return `break${said}`;
    case 'image':
      return `image${said}(${node.source}, ${node.alt})`;
    case 'link':
      return `link${said}(${node.href}: ${sketch(node.nodes)})`;
    case 'element':
      return `${node.tag}${said}(${sketch(node.nodes)})`;
  }
}
