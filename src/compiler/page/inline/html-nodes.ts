import { Parser } from 'htmlparser2';
import { addNode, exact, type InlineNode } from '../../inline/nodes.ts';

interface Open {
  name: string;
  values: Record<string, string>;
  nodes: InlineNode[];
}

/** The tree of sanitised HTML, which holds nothing but what may be shown. */
export function readSanitised(html: string): InlineNode[] {
  const top: Open = { name: '', values: {}, nodes: [] };
  const open = [top];
  const parser = new Parser({
    ontext: (text) => addNode(open.at(-1)!.nodes, { kind: 'text', text }),
    onopentag: (name, values) => open.push({ name, values, nodes: [] }),
    onclosetag: () => {
      const closed = open.pop()!;
      addNode(open.at(-1)!.nodes, makeNode({ ...closed, nodes: exact(closed.nodes) }));
    },
  });
  parser.end(html);
  return top.nodes;
}

function makeNode({ name, values, nodes }: Open): InlineNode {
  const only = nodes.length === 1 && nodes[0]!.kind === 'text' ? nodes[0]!.text : null;
  if (name === 'br') return { kind: 'break', ...said(values) };
  if (name === 'img') {
    const { src = '', alt = null, ...rest } = values;
    return { kind: 'image', source: src, alt, ...said(rest) };
  }
  if (name === 'a') {
    const { href = null, ...rest } = values;
    return { kind: 'link', href, ...said(rest), nodes };
  }
  if (name === 'code' && only !== null) return { kind: 'code', text: only, ...said(values) };
  if (isFormula(name, values) && only !== null) return { kind: 'formula', tex: only };
  return { kind: 'element', tag: name, ...said(values), nodes };
}

function isFormula(name: string, values: Record<string, string>): boolean {
  return name === 'span' && values['class'] === 'math' && Object.keys(values).length === 1;
}

function said(attributes: Record<string, string>): { attributes?: Record<string, string> } {
  return Object.keys(attributes).length === 0 ? {} : { attributes };
}
