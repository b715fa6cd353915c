import type { Token, Tokens } from 'marked';
import { unescapeHtml } from '../../html-text.ts';
import { addNode, exact } from '../../inline/nodes.ts';
import { allowedAddress } from './address.ts';
import type { Draft } from './draft.ts';
import { isKnownElement } from './elements.ts';

/** Spans within spans; what is nested deeper is shown without them. */
const DEEPEST = 100;

/** The nodes of what Markdown's lexer found in a line. */
export function readTokens(tokens: readonly Token[], depth = 0): Draft[] {
  const drafts: Draft[] = [];
  for (const token of tokens)
    for (const draft of readToken(token as Tokens.Generic, depth)) addNode(drafts, draft);
  return exact(drafts);
}

function readToken(token: Tokens.Generic, depth: number): Draft[] {
  const inside = () => readTokens(token.tokens ?? [], depth + 1);
  if (depth >= DEEPEST && token.tokens !== undefined) return inside();
  return readers[token.type]?.(token, inside) ?? [{ kind: 'text', text: token.raw }];
}

/** By the type of a token, of CommonMark or of our dialects. */
const readers: Record<string, (token: Tokens.Generic, inside: () => Draft[]) => Draft[]> = {
  text: (token) =>
    token['escaped']
      ? [{ kind: 'html', html: token['text'] }]
      : [{ kind: 'text', text: unescapeHtml(token['text']) }],
  escape: (token) => [{ kind: 'text', text: token['text'] }],
  html: (token) => readTag(token['text']),
  codespan: (token) => [{ kind: 'code', text: token['text'] }],
  br: () => [{ kind: 'break' }],
  strong: (_, inside) => [{ kind: 'element', tag: 'strong', nodes: inside() }],
  em: (_, inside) => [{ kind: 'element', tag: 'em', nodes: inside() }],
  del: (_, inside) => [{ kind: 'element', tag: 'del', nodes: inside() }],
  link: readLink,
  image: readImage,
  formula: (token) => [{ kind: 'formula', tex: token['tex'] }],
  footnoteMark: (token) => [
    {
      kind: 'element',
      tag: 'sup',
      nodes: [
        {
          kind: 'link',
          href: `#fn-${token['label']}`,
          nodes: [{ kind: 'text', text: `${token['number']}` }],
        },
      ],
    },
  ],
  attributed: (token, inside) => wrap(inside(), { id: token['id'], class: token['classes'] }),
  classSpan: (token, inside) => wrap(inside(), { class: token['classes'] }),
  checkbox: () => [],
};

/** `<container_id>` is no tag: its author means a placeholder, to be read as it stands. Comments leave nothing. */
function readTag(tag: string): Draft[] {
  if (!isKnownElement(tag)) return [{ kind: 'text', text: tag }];
  if (tag.startsWith('<!--')) return [];
  return /^<br\s*\/?>$/i.test(tag) ? [{ kind: 'break' }] : [{ kind: 'html', html: tag }];
}

function readLink(token: Tokens.Generic, inside: () => Draft[]): Draft[] {
  const address = encodeAddress(token['href']);
  const nodes: Draft[] = token['autolink'] ? [{ kind: 'text', text: token['text'] }] : inside();
  if (address === null) return nodes;
  const written = token['autolink'] ? address : unescapeHtml(address);
  return [{ kind: 'link', href: allowedAddress('a', written), ...titled(token), nodes }];
}

function readImage(token: Tokens.Generic): Draft[] {
  const alt = token.tokens === undefined ? unescapeHtml(token['text']) : altOf(token.tokens);
  const address = encodeAddress(token['href']);
  if (address === null) return [{ kind: 'text', text: alt }];
  const source = allowedAddress('img', unescapeHtml(address)) ?? '';
  return [{ kind: 'image', source, alt, ...titled(token) }];
}

/** As a browser does with what people type into its line. */
function encodeAddress(address: string): string | null {
  try {
    return encodeURI(address).replace(/%25/g, '%');
  } catch {
    return null;
  }
}

/** A picture's words, without what they are set in. */
function altOf(tokens: readonly Token[]): string {
  const read = (draft: Draft): string => {
    if ('nodes' in draft) return draft.nodes.map(read).join('');
    if (draft.kind === 'html') return draft.html;
    if (draft.kind === 'image') return draft.alt ?? '';
    if (draft.kind === 'break') return '\n';
    return draft.kind === 'formula' ? draft.tex : draft.text;
  };
  return readTokens(tokens).map(read).join('');
}

function titled(token: Tokens.Generic): { attributes?: Record<string, string> } {
  return token['title'] ? { attributes: { title: unescapeHtml(token['title']) } } : {};
}

function wrap(nodes: Draft[], { id = '', class: classes }: { id?: string; class: string }): Draft[] {
  if (id === '' && classes === '') return nodes;
  const attributes = { ...(id === '' ? {} : { id }), ...(classes === '' ? {} : { class: classes }) };
  return [{ kind: 'element', tag: 'span', attributes, nodes }];
}
