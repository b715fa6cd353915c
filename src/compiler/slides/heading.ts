import type { Inline } from '../model.ts';
import { HEADING, ROOM } from './layout.ts';
import { countLines } from './measure.ts';

/** The height of a slide's heading in pixels; 0 without one. */
export function headingHeight(heading: Inline | null): number {
  if (heading === null) return 0;
  const size = isLongTitle(heading) ? HEADING.longSize : HEADING.size;
  return countLines(heading, ROOM.width, size, true) * size * HEADING.line;
}

/** Whether a heading takes more than two lines in the usual size. */
export function isLongTitle(heading: Inline): boolean {
  return countLines(heading, ROOM.width, HEADING.size, true) > 2;
}
