import { type Atom, spaceBetween } from './atoms.ts';
import type { Setting } from './block-height.ts';
import type { Piece } from './choose.ts';
import { BLOCK_GAP } from './layout.ts';
import { makeAtoms } from './make-atoms.ts';
import { shorten } from './shorten.ts';
import { trimTranscripts } from './trim.ts';

/** A piece's atoms, each of which fits on a slide: what is too tall is shortened, and else left to the notes. */
export function fittingAtoms(piece: Piece, room: number, inside: Setting['inside']): Atom[] {
  const atoms = makeAtoms(piece, inside);
  if (fits(atoms, room) || piece.shown === null) return atoms;
  const shorter = trimTranscripts(shorten(piece.shown) ?? piece.shown, room);
  const again = makeAtoms({ ...piece, shown: shorter, cut: true }, inside);
  return fits(again, room) ? again : makeAtoms({ ...piece, shown: null, cut: true }, inside);
}

function fits(atoms: readonly Atom[], room: number): boolean {
  return atoms.every((atom) => spaceBetween(null, atom, BLOCK_GAP) + atom.dense <= room);
}
