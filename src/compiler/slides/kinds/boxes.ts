import type { Block, CalloutBlock, DetailsBlock, QuoteBlock } from '../../model.ts';
import { type Atom, type Frame, inFrame, leaf } from '../atoms.ts';
import { BLOCK_GAP, CALLOUT, LEAST_WIDTH, QUOTE, TEXT } from '../layout.ts';
import { countLines } from '../measure.ts';
import type { AtomsOf, Setting, Splitting } from './splitting.ts';

export const quote: Splitting<QuoteBlock> = {
  shows: 'matter',
  atoms: (block, setting, atomsOf) =>
    boxAtoms(block, { gap: CALLOUT.gap, around: 2 * QUOTE.down, across: QUOTE.left }, setting, atomsOf),
  shorten: shortenBox,
};

export const callout: Splitting<CalloutBlock> = {
  shows: 'matter',
  atoms(block, setting, atomsOf) {
    const around = 2 * CALLOUT.down + titleHeight(block, setting) + CALLOUT.gap;
    const atoms = boxAtoms(block, { gap: CALLOUT.gap, around, across: 2 * CALLOUT.across }, setting, atomsOf);
    if (block.flavour !== 'solution' || block.blocks.length === 0) return atoms;
    return atoms.map((atom, at) => (at === 0 ? { ...atom, reluctance: APART } : atom));
  },
  shorten: shortenBox,
};

export const details: Splitting<DetailsBlock> = {
  shows: 'matter',
  atoms: (block, setting, atomsOf) =>
    boxAtoms(block, { gap: BLOCK_GAP, around: CALLOUT.title + CALLOUT.gap, across: 0 }, setting, atomsOf),
  shorten: shortenBox,
};

/** How good it is to begin a slide there: what a class is to find out does not stand beside the question. */
const APART = -170;

/** What holds blocks under each other. */
type Box = Extract<Block, { blocks: Block[] }>;

/** A box in its blocks, `across` narrower, `around` pixels for its walls. */
export function boxAtoms(
  block: Box,
  box: { gap: number; around: number; across: number },
  setting: Setting,
  atomsOf: AtomsOf,
): Atom[] {
  const frame: Frame = {
    index: 0,
    gap: box.gap,
    around: box.around,
    build: (children) => ({ ...block, blocks: children.map((child) => child.part as Block) }),
  };
  const inner = { ...setting, width: Math.max(LEAST_WIDTH, setting.width - box.across) };
  const atoms = block.blocks.map((one) => atomsOf(one, inner));
  const framed = inFrame(frame, atoms, 15);
  return framed.length === 0 ? [leaf(block, box.around, { prose: block })] : framed;
}

export function shortenBox<B extends Box>(block: B, inside: (blocks: Block[]) => Block[]): B {
  const blocks = inside(block.blocks);
  return blocks === block.blocks ? block : { ...block, blocks };
}

/** A callout's title; without one its flavour's name stands there, which is short. */
function titleHeight({ title }: CalloutBlock, { width, size }: Setting): number {
  return countLines(title, width - 2 * CALLOUT.across, size, true) * size * TEXT.line;
}
