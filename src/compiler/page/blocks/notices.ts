import { cutNodes } from '../../inline/cut.ts';
import { charactersOf, wordsOf } from '../../inline/inline-text.ts';
import type { Block, CalloutBlock, Inline, QuoteBlock } from '../../model.ts';
import { flavourOf, makeCallout } from './flavours.ts';

/**
 * Makes an aside of a paragraph or quote that an attribute list marks as one: just-the-docs' `{: .note}`,
 * minimal-mistakes' `{: .notice--warning}`, Carpentries' `{: .challenge}`. Other blocks stay what they are.
 */
export function asNotice(block: Block): Block {
  if (block.kind !== 'paragraph' && block.kind !== 'quote') return block;
  const name = block.attributes.classes.find((each) => flavourOf(each) !== null);
  if (name === undefined) return block;
  const inside: Block[] =
    block.kind === 'quote' ? block.blocks : [{ ...block, attributes: { id: null, classes: [], values: {} } }];
  const callout = makeNotice(name, block.line, inside);
  callout.attributes = block.attributes;
  return callout;
}

/** A quote that opens with `[!NOTE]` (GitHub) or `[!tip] Title` (Obsidian) is an aside. */
export function asAlert(block: QuoteBlock): Block {
  const first = block.blocks[0];
  if (first?.kind !== 'paragraph') return block;
  const match = /^(\[!([A-Za-z][\w-]*)\][+-]?[^\S\n]*)([^\n]*)(?:\n|$)/.exec(
    charactersOf(first.inline.nodes),
  );
  if (match === null) return block;
  const [opening, mark, name, title] = match as unknown as [string, string, string, string];
  const rest = part(first.inline, opening.length, Number.POSITIVE_INFINITY);
  const left: Block[] = rest.nodes.length === 0 ? [] : [{ ...first, line: first.line + 1, inline: rest }];
  return makeCallout(
    flavourOf(name) ?? 'note',
    block.line,
    [...left, ...block.blocks.slice(1)],
    part(first.inline, mark.length, mark.length + title.length),
  );
}

function part(inline: Inline, from: number, to: number): Inline {
  const nodes = cutNodes(inline.nodes, from, to);
  return { nodes, text: wordsOf(nodes) };
}

function makeNotice(name: string, line: number, inside: Block[]): CalloutBlock {
  const flavour = flavourOf(name)!;
  const first = inside[0];
  const titled = name.endsWith('-title') && first?.kind === 'paragraph';
  return titled
    ? makeCallout(flavour, line, inside.slice(1), first.inline)
    : makeCallout(flavour, line, inside);
}
