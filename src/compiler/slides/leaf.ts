import type { Block } from '../model.ts';
import { countWords, textOf } from '../text.ts';
import type { Atom, Frame } from './atoms.ts';
import { TEXT } from './layout.ts';

/** Blocks all of whose height is lines of text. */
const SHRINKS = new Set(['paragraph', 'heading']);

/** A sentence that leads into what follows. */
const LEADS = /[:：]\s*$/;

/** A block, or a part of one, that is never parted. */
export function leaf(block: Block, height: number): Atom {
  const isProse = !['figure', 'diagram', 'math', 'html'].includes(block.kind);
  return {
    frames: [],
    index: 0,
    part: block,
    begins: 0,
    height,
    least: height,
    dense: SHRINKS.has(block.kind) ? (height * TEXT.dense) / TEXT.size : height,
    words: isProse ? countWords(textOf([block])) : 0,
    leads: block.kind === 'paragraph' && LEADS.test(block.inline.text),
    reluctance: block.kind === 'heading' ? -15 : 0,
    spoken: null,
    cut: false,
    lifted: false,
  };
}

/** Puts atoms into a frame: the first of them begins it. What was lifted out stays outside. */
export function inFrame(frame: Frame, groups: readonly (readonly Atom[])[], reluctance: number): Atom[] {
  let begun = false;
  return groups.flatMap((atoms, index) =>
    atoms.map((atom) => {
      if (atom.lifted) return { ...atom, index };
      const first = !begun;
      begun = true;
      return {
        ...atom,
        frames: [frame, ...atom.frames],
        index: atom.frames.length === 0 ? index : atom.index,
        begins: first && atom.begins === atom.frames.length ? atom.frames.length + 1 : atom.begins,
        reluctance: first ? atom.reluctance : atom.reluctance + reluctance,
      };
    }),
  );
}
