import { charactersOf } from '../inline/inline-text.ts';
import type { Inline, SlideKind } from '../model.ts';
import { HEADING, OPENING, ROOM } from './layout.ts';
import { countLines } from './measure.ts';
import { beginningOf } from './sentences.ts';

/** A slide's heading as it stands there. */
export interface FittedHeading {
  inline: Inline | null;
  /** It is set smaller, as `.slide--long-title`. */
  long: boolean;
  /** Even so it was too long: its end was left out. */
  cut: boolean;
  /** Pixels, with the space below it; 0 without a heading. */
  height: number;
}

interface Face {
  width: number;
  size: number;
  long: number;
  line: number;
  after: number;
  /** Lines in the usual size, and in the smaller one. */
  most: number;
  mostLong: number;
}

const CONTENT: Face = {
  ...HEADING,
  width: ROOM.width / HEADING.tight,
  long: HEADING.longSize,
  most: 2,
  mostLong: 3,
};
const TITLE: Face = { ...OPENING, most: 3, mostLong: 7 };
const SECTION: Face = { ...OPENING, width: OPENING.sectionWidth, most: 4, mostLong: 7 };

/** Beside the mark that says which slide of how many it is. */
const MARKED: Face = { ...CONTENT, width: (ROOM.width - HEADING.mark) / HEADING.tight };
const LONG_MARKED: Face = { ...CONTENT, width: (ROOM.width - HEADING.longMark) / HEADING.tight };

/** Sets a heading: in the usual size, else smaller, else its first words. `parts`: its slides. */
export function fitHeading(heading: Inline | null, kind: SlideKind, parts = 1): FittedHeading {
  if (heading === null)
    return { inline: null, long: false, cut: false, height: kind === 'agenda' ? LINE : 0 };
  const face = faceOf(kind, parts);
  const lines = countLines(heading, face.width, face.size, true);
  if (lines <= face.most) {
    return { inline: heading, long: false, cut: false, height: lines * face.size * face.line + face.after };
  }
  const fits = (inline: Inline) => countLines(inline, face.width, face.long, true) <= face.mostLong;
  const cut = !fits(heading);
  const inline = cut ? beginning(heading, fits) : heading;
  const height = countLines(inline, face.width, face.long, true) * face.long * face.line + face.after;
  return { inline, long: true, cut, height };
}

/** Over contents without a heading of the author's stands one word of ours. */
const LINE = HEADING.size * HEADING.line + HEADING.after;

function faceOf(kind: SlideKind, parts: number): Face {
  if (kind === 'title') return TITLE;
  if (kind === 'section') return SECTION;
  if (parts === 1) return CONTENT;
  return parts < 9 ? MARKED : LONG_MARKED;
}

/** As much of the beginning of a text as fits. */
function beginning(inline: Inline, fits: (inline: Inline) => boolean): Inline {
  let least = 0;
  let most = Math.min(charactersOf(inline.nodes).length, LONGEST);
  while (most - least > 1) {
    const middle = (least + most) >> 1;
    if (fits(beginningOf(inline, middle))) least = middle;
    else most = middle;
  }
  return beginningOf(inline, least);
}

/** No heading of more characters fits on a slide. */
const LONGEST = 1000;
