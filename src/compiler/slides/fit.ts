import { type Atom, spaceBetween } from './atoms.ts';
import type { Setting } from './block-height.ts';
import type { Piece } from './choose.ts';
import { BLOCK_GAP } from './layout.ts';
import { makeAtoms } from './make-atoms.ts';
import { shorten } from './shorten.ts';

/** A piece's atoms, each of which fits on a slide: what is too tall is shortened, and else left to the notes. */
export function fittingAtoms(piece: Piece, room: number, inside: Setting['inside']): Atom[] {
  const atoms = makeAtoms(piece, inside);
  if (fits(atoms, room) || piece.shown === null) return atoms;
  const shorter = shorten(piece.shown);
  const again = makeAtoms({ ...piece, shown: shorter, cut: true }, inside);
  return fits(again, room) ? again : makeAtoms({ ...piece, shown: null, cut: true }, inside);
}

/** Pixels of height times this can be made to fit by smaller type. */
const SHRINK = 1.25;

function fits(atoms: readonly Atom[], room: number): boolean {
  return atoms.every((atom) => spaceBetween(null, atom, BLOCK_GAP) + atom.least <= room * SHRINK);
}
