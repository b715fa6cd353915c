import type { Block, Inline, ListItem } from '../model.ts';
import { BLOCK_GAP } from './layout.ts';

/** Lines of code that stay together. */
export interface CodeLines {
  text: string;
  line: number;
}

/** What a frame is made of. */
type Part = Block | ListItem | Inline[] | CodeLines;

interface Child {
  /** Place of the part in its frame, from 0. */
  index: number;
  part: Part;
}

/** A block that can be parted: it is built again from those of its children that stand on one slide. */
export interface Frame {
  /** Its place in the frame around it. */
  index: number;
  /** Pixels between two children, and around all of them. */
  gap: number;
  around: number;
  /** `begins`: the first of the children is among these. */
  build(children: Child[], begins: boolean): Part;
}

/** A part of a block, with what it takes to build the block again around it. */
export interface Spoken {
  /** From the outermost block inwards; empty when the part is a block that can't be parted. */
  frames: Frame[];
  index: number;
  part: Part;
  /** How many of its frames, counted from the innermost, begin with it. */
  begins: number;
}

/** The smallest thing that is never parted by the end of a slide. */
export interface Atom extends Omit<Spoken, 'part'> {
  /** `null`: stands in the notes only. */
  part: Part | null;
  /** Pixels. Pictures can be anything between `least` and `height`. */
  height: number;
  least: number;
  /** The least height on a dense slide, whose type is a step smaller. */
  dense: number;
  /** What of it is prose, which a slide should not have too much of; `null` for code, tables and pictures. */
  prose: Block | null;
  /** Must not be parted from what follows. */
  leads: boolean;
  /** How bad it is to end a slide right before it: 0 at a good place, above 1000 never. */
  reluctance: number;
  /** What of the page stands in the notes for it, when anything on its slide was cut; `null`: what is shown. */
  spoken: Spoken[] | null;
  /** Its words are not all on the slide. */
  cut: boolean;
  /** Stands on its own though the author put it into a list or a box: a picture. */
  lifted: boolean;
}

/** A block, or a part of one, that is never parted: so many pixels high, without prose unless `more` says so. */
export function leaf(block: Block, height: number, more: Partial<Atom> = {}): Atom {
  return {
    frames: [],
    index: 0,
    part: block,
    begins: 0,
    height,
    least: height,
    dense: height,
    prose: null,
    leads: false,
    reluctance: 0,
    spoken: null,
    cut: false,
    lifted: false,
    ...more,
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

/** Builds blocks again from neighbouring atoms, joining what comes from one block. */
export function assemble(atoms: readonly Spoken[]): Block[] {
  return buildChildren(atoms, 0).map((child) => child.part as Block);
}

function buildChildren(atoms: readonly Spoken[], depth: number): Child[] {
  const children: Child[] = [];
  for (let from = 0; from < atoms.length; ) {
    const atom = atoms[from]!;
    const frame = atom.frames[depth];
    if (frame === undefined) {
      children.push({ index: atom.index, part: atom.part });
      from += 1;
      continue;
    }
    let to = from + 1;
    while (to < atoms.length && atoms[to]!.frames[depth] === frame) to += 1;
    const begins = atom.begins >= atom.frames.length - depth;
    const part = frame.build(buildChildren(atoms.slice(from, to), depth + 1), begins);
    children.push({ index: frame.index, part });
    from = to;
  }
  return children;
}

/** Pixels that atoms take under each other: as high as they would like to be, or at least. */
export function stackHeight(atoms: readonly Atom[], which: 'height' | 'least'): number {
  let before: Atom | null = null;
  let height = 0;
  for (const atom of atoms) {
    if (atom.part === null) continue;
    height += spaceBetween(before, atom) + atom[which];
    before = atom;
  }
  return height;
}

/** Pixels between two neighbours on a slide, and those that frames begun by the second one add. */
export function spaceBetween(before: Atom | null, after: Atom): number {
  let common = 0;
  while (before !== null && common < after.frames.length && before.frames[common] === after.frames[common])
    common += 1;
  const around = after.frames.slice(common).reduce((sum, frame) => sum + frame.around, 0);
  if (before === null) return around;
  return around + (common === 0 ? BLOCK_GAP : after.frames[common - 1]!.gap);
}
