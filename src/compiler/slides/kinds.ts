import type { Block } from '../model.ts';
import type { Atom } from './atoms.ts';
import { callout, details, quote } from './kinds/boxes.ts';
import { code } from './kinds/code.ts';
import { definitions } from './kinds/definitions.ts';
import { group } from './kinds/group.ts';
import { heading } from './kinds/heading.ts';
import { html } from './kinds/html.ts';
import { list } from './kinds/list.ts';
import { math } from './kinds/math.ts';
import { paragraph } from './kinds/paragraph.ts';
import { diagram, figure } from './kinds/pictures.ts';
import type { Setting, Splitting } from './kinds/splitting.ts';
import { table } from './kinds/table.ts';
import { transcript } from './kinds/transcript.ts';
import { unseen } from './kinds/unseen.ts';

/** All that slides know of a kind of block. */
const kinds: { [K in Block['kind']]: Splitting<Extract<Block, { kind: K }>> } = {
  heading,
  paragraph,
  list,
  code,
  transcript,
  table,
  quote,
  callout,
  details,
  group,
  figure,
  diagram,
  math,
  html,
  definitions,
  notes: unseen,
  footnotes: unseen,
  break: unseen,
  toc: unseen,
};

/** How slides take a block. */
export function splittingOf<B extends Block>(block: B): Splitting<B> {
  return kinds[block.kind] as unknown as Splitting<B>;
}

/** Takes a block of any kind apart into what a slide's end may fall between. */
export function atomsOf(block: Block, setting: Setting): Atom[] {
  return splittingOf(block).atoms(block, setting, atomsOf);
}
