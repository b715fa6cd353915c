import type { Block, CalloutBlock, QuoteBlock } from '../../model.ts';
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
  const match = /^\[!([A-Za-z][\w-]*)\][+-]?[^\S\n]*([^\n]*)(?:\n|$)/.exec(first.inline.text);
  const flavour = match === null ? null : (flavourOf(match[1]!) ?? 'note');
  if (match === null || flavour === null) return block;
  const html = first.inline.html.replace(/^\[![^\]]*\][+-]?[^\S\n]*/, '');
  const cut = html.indexOf('\n');
  const title = { html: cut < 0 ? html : html.slice(0, cut), text: match[2]!.trim() };
  const rest = { html: cut < 0 ? '' : html.slice(cut + 1), text: first.inline.text.slice(match[0].length) };
  const left: Block[] = rest.html === '' ? [] : [{ ...first, line: first.line + 1, inline: rest }];
  return makeCallout(flavour, block.line, [...left, ...block.blocks.slice(1)], title);
}

function makeNotice(name: string, line: number, inside: Block[]): CalloutBlock {
  const flavour = flavourOf(name)!;
  const first = inside[0];
  const titled = name.endsWith('-title') && first?.kind === 'paragraph';
  return titled
    ? makeCallout(flavour, line, inside.slice(1), first.inline)
    : makeCallout(flavour, line, inside);
}
