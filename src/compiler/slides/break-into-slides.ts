import { countWords, textOf } from '../text.ts';
import { type Atom, spaceBetween } from './atoms.ts';

/** A slide has about this many words of prose. */
const WORDS = 40;
/** What each slide costs, so that there are not more than needed. */
const SLIDE = 30;
/** What an empty slide would cost. */
const EMPTY = 90;
/** What smaller type costs. */
const DENSE = 45;
/** Below this fill a slide looks forgotten. */
const LONELY = 0.25;
/** No slide has more atoms, which keeps the work linear. */
const MOST = 60;

/** One slide's share of the atoms, and how much of the room it takes (over 1: too much). */
export interface Share {
  atoms: Atom[];
  fill: number;
}

/**
 * Parts a topic's atoms into slides so that the whole is best: nothing overflows, slides are evenly and well
 * filled, none has too many words or a lonely line, and parts end where a reader would pause.
 */
export function breakIntoSlides(atoms: readonly Atom[], room: number): Share[] {
  const words = atoms.map(wordsOf);
  const best: { cost: number; from: number; fill: number }[] = [{ cost: 0, from: 0, fill: 0 }];
  for (let to = 1; to <= atoms.length; to += 1)
    best.push({ cost: Number.POSITIVE_INFINITY, from: to - 1, fill: 0 });
  for (let from = 0; from < atoms.length; from += 1) {
    const start = best[from]!.cost + (from === 0 ? 0 : reluctance(atoms, from));
    for (const end of endsFrom(atoms, words, from, room)) {
      const cost = start + slideCost(end, from === 0 && end.to === atoms.length);
      if (cost < best[end.to]!.cost) best[end.to] = { cost, from, fill: end.fill };
    }
  }
  return trace(atoms, best);
}

function wordsOf({ prose }: Atom): number {
  return prose === null ? 0 : countWords(textOf([prose]));
}

interface End {
  to: number;
  fill: number;
  words: number;
  overflows: boolean;
}

/** How a slide that begins at an atom may end: after the first one in any case, then while there is room. */
function* endsFrom(
  atoms: readonly Atom[],
  counts: readonly number[],
  from: number,
  room: number,
): Generator<End> {
  let height = 0;
  let least = 0;
  let dense = 0;
  let words = 0;
  let before: Atom | null = null;
  for (let to = from; to < Math.min(atoms.length, from + MOST); to += 1) {
    const atom = atoms[to]!;
    if (atom.part !== null) {
      const space = spaceBetween(before, atom);
      height += space + atom.height;
      least += space + atom.least;
      dense += space + atom.dense;
      words += counts[to]!;
      before = atom;
    }
    const overflows = dense > room;
    if (overflows && to > from && atom.part !== null && hasShown(atoms, from, to)) return;
    yield {
      to: to + 1,
      fill: Math.min(Math.max(least / room, Math.min(1, height / room)), 9),
      words,
      overflows,
    };
  }
}

function hasShown(atoms: readonly Atom[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (atoms[at]!.part !== null) return true;
  return false;
}

function slideCost(end: End, alone: boolean): number {
  const empty = Math.max(0, 1 - end.fill);
  const wordy = Math.max(0, end.words - WORDS);
  const dense = end.fill > 1 ? DENSE : 0;
  const lonely = !alone && end.fill < LONELY ? 60 : 0;
  return SLIDE + EMPTY * empty * empty + wordy * 4 + dense + lonely + (end.overflows ? 2000 : 0);
}

/** How bad it is to begin a slide at this atom. What leads into it must not stay behind. */
function reluctance(atoms: readonly Atom[], at: number): number {
  const leads = atoms[at - 1]!.leads ? 1500 : 0;
  return leads + atoms[at]!.reluctance;
}

function trace(atoms: readonly Atom[], best: { from: number; fill: number }[]): Share[] {
  const shares: Share[] = [];
  for (let to = atoms.length; to > 0; to = best[to]!.from) {
    shares.push({ atoms: atoms.slice(best[to]!.from, to), fill: best[to]!.fill });
  }
  return shares.reverse();
}
