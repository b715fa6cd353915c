import { attributes, escapeHtml } from '../html-text.ts';
import type { ImageNode, Inline, InlineNode } from '../inline/nodes.ts';
import { staysWhole } from '../slides/measure.ts';
import type { Context } from './context.ts';
import { isRemote, resolveFile } from './files.ts';
import { resolveLink } from './links.ts';
import { renderTex } from './math.ts';
import { authorValue } from './names.ts';

/** A run of text as it may stand in our pages. */
export function renderInline(inline: Inline, context: Context): string {
  return renderNodes(inline.nodes, context);
}

/**
 * The author's tree as HTML: its links and pictures led to where they stand in the deck, the handout or the course,
 * its elements called by no name of ours.
 */
export function renderNodes(nodes: readonly InlineNode[], context: Context, inLink = false): string {
  let html = '';
  for (const node of nodes) html += renderNode(node, context, inLink);
  return html;
}

function renderNode(node: InlineNode, context: Context, inLink: boolean): string {
  switch (node.kind) {
    case 'text':
      return escapeHtml(node.text);
    case 'formula':
      return renderTex(node.tex, false);
    case 'break':
      return `<br${said(node, context)} />`;
    case 'image':
      return renderPicture(node, context, inLink);
    case 'code': {
      // Browsers end lines after any hyphen; within short code that would part `-` from `s`.
      const whole = node.text.includes('-') && staysWhole(node.text) ? attributes({ class: 'whole' }) : '';
      return `<code${said(node, context) || whole}>${escapeHtml(node.text)}</code>`;
    }
    case 'link': {
      const href = node.href === null ? null : resolveLink(node.href, context);
      return `<a${attributes({ href })}${said(node, context)}>${renderNodes(node.nodes, context, true)}</a>`;
    }
    case 'element': {
      const open = `<${node.tag}${said(node, context)}`;
      if (EMPTY.has(node.tag)) return `${open} />`;
      return `${open}>${renderNodes(node.nodes, context, inLink)}</${node.tag}>`;
    }
  }
}

/** Elements of HTML that hold nothing. */
const EMPTY = new Set(['col', 'hr']);

/** A picture of another machine is not loaded: its words stand there and lead to it. */
function renderPicture(node: ImageNode, context: Context, inLink: boolean): string {
  const { source, alt } = node;
  if (!isRemote(source)) {
    const src = source === '' ? null : resolveFile(source, context.options);
    return `<img${attributes({ src, alt })}${said(node, context)} />`;
  }
  const label = escapeHtml(alt || nameOf(source));
  const title = `${context.words.remotePicture}: ${source}`;
  return inLink
    ? `<span${attributes({ title })}>${label}</span>`
    : `<a${attributes({ href: source, title })}>${label}</a>`;
}

/** The name of the file at an address, or the machine's where it has none. */
function nameOf(address: string): string {
  const [host = address, ...path] = address
    .replace(/^(?:https?:)?\/\//i, '')
    .replace(/[?#].*$/s, '')
    .split('/');
  return path.findLast((name) => name !== '') ?? host;
}

/** What the author says of an element beside what it is. */
function said(
  { attributes: values = {} }: { attributes?: Record<string, string> },
  context: Context,
): string {
  const shown = Object.entries(values).map(([name, value]): [string, string | true | null] => [
    name,
    value === '' ? true : authorValue(name, value, context.surface),
  ]);
  return attributes(Object.fromEntries(shown));
}
