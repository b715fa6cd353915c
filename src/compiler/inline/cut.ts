import { addNode, exact, type InlineNode, trimNodes } from './nodes.ts';

/**
 * The part of a tree from one of its characters to another (counted as `charactersOf` gives them), without blanks at
 * its ends. What is cut in two keeps its emphasis, its face and its link in both parts.
 */
export function cutNodes(nodes: readonly InlineNode[], from: number, to: number): InlineNode[] {
  return trimNodes(new Cut(from, to).through(nodes));
}

class Cut {
  private readonly from: number;
  private readonly to: number;
  /** Characters passed so far. */
  private at = 0;
  private begun = false;

  constructor(from: number, to: number) {
    this.from = from;
    this.to = to;
  }

  through(nodes: readonly InlineNode[]): InlineNode[] {
    const kept: InlineNode[] = [];
    for (const node of nodes) {
      const part = this.part(node);
      if (part !== null) addNode(kept, part);
      if (this.at >= this.to) break;
    }
    return exact(kept);
  }

  private part(node: InlineNode): InlineNode | null {
    switch (node.kind) {
      case 'text':
      case 'code': {
        const text = this.characters(node.text);
        return text === '' ? null : { ...node, text };
      }
      case 'formula': {
        const tex = this.characters(node.tex);
        return tex === '' ? null : { ...node, tex };
      }
      case 'break':
      case 'image':
        if (this.at < this.from) return null;
        this.begun = true;
        return node;
      default: {
        const begun = this.begun;
        const inside = this.through(node.nodes);
        return begun || inside.length > 0 ? { ...node, nodes: inside } : null;
      }
    }
  }

  private characters(text: string): string {
    const part = text.slice(Math.max(0, this.from - this.at), Math.max(0, this.to - this.at));
    this.at += text.length;
    this.begun ||= part !== '';
    return part;
  }
}
