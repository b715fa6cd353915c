import type { Block, ListBlock } from '../model.ts';
import type { Atom, Frame } from './atoms.ts';
import type { Setting } from './block-height.ts';
import { LIST } from './layout.ts';
import { inFrame } from './leaf.ts';

/**
 * A list in its items, and these in their blocks. Pictures are lifted out, so that they stand as large as the
 * slide allows: the list goes on after them.
 */
export function listAtoms(
  block: ListBlock,
  setting: Setting,
  atomsOf: (block: Block, setting: Setting) => Atom[],
): Atom[] {
  const depth = setting.depth + 1;
  const inner = { ...setting, width: Math.max(LEAST, setting.width - LIST.indent), depth };
  const nested = depth === 1 ? { ...inner, size: inner.size * LIST.nested } : inner;
  const items = block.items.map((item, index) => {
    const frame: Frame = {
      index,
      gap: LIST.inside,
      around: 0,
      build: (children, begins) => ({
        ...item,
        blocks: children.map((child) => child.part as Block),
        ...(begins ? {} : { continued: true }),
      }),
    };
    const blocks = item.blocks.map((one) =>
      one.kind === 'figure' || one.kind === 'diagram'
        ? lifted(atomsOf(one, { ...setting, width: setting.outer }))
        : atomsOf(one, one.kind === 'list' ? nested : inner),
    );
    return inFrame(frame, blocks, 25);
  });
  return inFrame(listFrame(block, depth), items, 6);
}

/** Pixels: in lists within lists within lists, text is never narrower. */
const LEAST = 200;

/** The list around its items: on each slide it goes on counting. */
export function listFrame(block: ListBlock, depth = 1): Frame {
  return {
    index: 0,
    gap: depth === 1 ? LIST.gap : LIST.nestedGap,
    around: 0,
    build: (children) => ({
      ...block,
      start: block.start + children[0]!.index,
      items: children.map((child) => child.part as ListBlock['items'][number]),
    }),
  };
}

function lifted(atoms: Atom[]): Atom[] {
  return atoms.map((atom) => ({ ...atom, lifted: true, reluctance: 0 }));
}
