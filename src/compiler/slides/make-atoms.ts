import type { Block } from '../model.ts';
import { mapBlocks } from '../walk.ts';
import { type Atom, leaf, spaceBetween } from './atoms.ts';
import type { Chosen } from './choose.ts';
import { leadsOn } from './kinds/paragraph.ts';
import type { Setting } from './kinds/splitting.ts';
import { atomsOf, splittingOf } from './kinds.ts';
import { ROOM, TYPE, type Type } from './layout.ts';
import { shorten } from './shorten.ts';

/**
 * What a slide's end may fall between in a chosen block, each of which fits on a slide: what is too tall is shortened,
 * and else left to the notes. `inside`: by step, the one that opened its program.
 */
export function fittingAtoms(chosen: Chosen, room: number, inside: Setting['inside']): Atom[] {
  const atoms = makeAtoms(chosen, inside);
  if (allFit(atoms, room) || chosen.shown === null) return atoms;
  const shorter = trim(shorten(chosen.shown), room);
  const again = makeAtoms({ ...chosen, shown: shorter, cut: true }, inside);
  return allFit(again, room) ? again : [silent(chosen.whole)];
}

function allFit(atoms: readonly Atom[], room: number): boolean {
  return atoms.every((atom) => spaceBetween(null, atom) + atom.dense <= room);
}

/** Shortens what is too tall in a block, at any depth. The notes have all of it. */
function trim(block: Block, room: number): Block {
  const [trimmed] = mapBlocks([block], (one) => splittingOf(one).trim?.(one, room) ?? one);
  return trimmed!;
}

function makeAtoms({ whole, shown, cut, leads }: Chosen, inside: Setting['inside']): Atom[] {
  if (shown === null) return [silent(whole)];
  const atoms = atomsOf(shown, onSlide(TYPE.normal, inside));
  if (atoms.length === 0) return cut ? [silent(whole)] : [];
  if (leads) atoms.at(-1)!.leads = true;
  if (cut) speak(atoms, whole);
  return atoms;
}

/** A slide's whole body, in one type. */
export function onSlide(type: Type, inside: Setting['inside']): Setting {
  return { width: ROOM.width, outer: ROOM.width, type, size: type.text, depth: 0, inside };
}

/** Stands in the notes only, with what was before it. */
function silent(block: Block): Atom {
  return leaf(block, 0, {
    part: null,
    leads: leadsOn(block),
    reluctance: 600,
    cut: true,
    spoken: whole(block),
  });
}

/** What was cut stands whole in the notes: with its first atom, where its kind does not say it part by part. */
function speak(atoms: Atom[], block: Block): void {
  for (const atom of atoms) atom.spoken = [];
  const { speak: speakParts } = splittingOf(block);
  if (speakParts) speakParts(block, atoms);
  else Object.assign(atoms[0]!, { cut: true, spoken: whole(block) });
}

function whole(part: Block): Atom['spoken'] {
  return [{ frames: [], index: 0, part, begins: 0 }];
}
