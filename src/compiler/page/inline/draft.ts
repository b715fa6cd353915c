import { attributes, escapeHtml } from '../../html-text.ts';
import type { ElementNode, InlineNode, LinkNode } from '../../inline/nodes.ts';

/** A tag, or what stands between two, as its author wrote it. */
export interface WrittenHtml {
  kind: 'html';
  html: string;
}

/** Nodes as Markdown says them, with the author's own HTML still among them. */
export type Draft =
  | Exclude<InlineNode, LinkNode | ElementNode>
  | LinkNode<Draft>
  | ElementNode<Draft>
  | WrittenHtml;

/** Whether no HTML of the author's is among the nodes. */
export function isSanitised(drafts: readonly Draft[]): drafts is InlineNode[] {
  return drafts.every((draft) => draft.kind !== 'html' && (!('nodes' in draft) || isSanitised(draft.nodes)));
}

/** The nodes as one text of HTML, for the sanitiser. */
export function toHtml(drafts: readonly Draft[]): string {
  return drafts.map(write).join('');
}

function write(draft: Draft): string {
  switch (draft.kind) {
    case 'html':
      return draft.html;
    case 'text':
      return escapeHtml(draft.text);
    case 'code':
      return `<code>${escapeHtml(draft.text)}</code>`;
    case 'formula':
      return `<span class="math">${escapeHtml(draft.tex)}</span>`;
    case 'break':
      return '<br>';
    case 'image':
      return `<img${attributes({ src: draft.source, alt: draft.alt, ...draft.attributes })}>`;
    case 'link':
      return `<a${attributes({ href: draft.href, ...draft.attributes })}>${toHtml(draft.nodes)}</a>`;
    case 'element':
      return `<${draft.tag}${attributes({ ...draft.attributes })}>${toHtml(draft.nodes)}</${draft.tag}>`;
  }
}
