import { withoutLinks } from '../inline/nodes.ts';
import type { ListBlock, ListItem } from '../model.ts';
import type { Topic } from './outline.ts';

/** The sections of a page as a list; `null` when it has none. `{: .no_toc}` keeps a heading out of it. */
export function makeAgenda(topics: readonly Topic[]): ListBlock | null {
  const items = topics.filter(isListed).map(makeItem);
  if (items.length === 0) return null;
  return {
    kind: 'list',
    line: items[0]!.line,
    attributes: none(),
    ordered: true,
    start: 1,
    loose: false,
    items,
  };
}

function isListed(topic: Topic): boolean {
  return (
    topic.kind === 'section' && topic.heading !== null && !topic.heading.attributes.classes.includes('no_toc')
  );
}

function makeItem(topic: Topic): ListItem {
  const { inline, line, anchor } = topic.heading!;
  const link = {
    kind: 'link' as const,
    href: `#${encodeURIComponent(anchor)}`,
    nodes: withoutLinks(inline.nodes),
  };
  return {
    line,
    attributes: none(),
    checked: null,
    blocks: [{ kind: 'paragraph', line, attributes: none(), inline: { nodes: [link], text: inline.text } }],
  };
}

function none() {
  return { id: null, classes: [], values: {} };
}
