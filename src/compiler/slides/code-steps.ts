/** One step of highlighting: the first and last of the lines that it shows, from 1. */
type LineRange = [from: number, to: number];

/** No code has more steps of highlighting. */
const MOST = 8;

/**
 * Reads `lines="1|3-5|2,7"`: what is highlighted at first, and after each key press. `all` and `*` are all lines.
 * `null` when it says nothing that can be understood.
 */
export function parseLineSteps(spec: string): LineRange[][] | null {
  const steps = spec
    .split('|')
    .slice(0, MOST)
    .map((step) => step.split(',').map(parseRange));
  return steps.every((step) => step.every((range) => range !== null)) ? (steps as LineRange[][]) : null;
}

/** The same when the code before line `first` (from 0) stands on another slide. */
export function shiftLineSteps(spec: string, first: number): string {
  const steps = parseLineSteps(spec);
  if (steps === null || first === 0) return spec;
  const shift = (line: number) => (line === Number.POSITIVE_INFINITY ? line : line - first);
  return steps
    .map((step) => step.map(([from, to]) => writeRange(shift(from), shift(to))).join(','))
    .join('|');
}

/** In which of the steps a line (from 1) is highlighted; steps count from 1. */
export function stepsOfLine(steps: readonly LineRange[][], line: number): number[] {
  return steps.flatMap((step, at) => (step.some(([from, to]) => line >= from && line <= to) ? [at + 1] : []));
}

function parseRange(text: string): LineRange | null {
  if (/^\s*(?:all|\*)\s*$/.test(text)) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const match = /^\s*(-?\d{1,6})(?:\s*-\s*(-?\d{1,6}))?\s*$/.exec(text);
  if (match === null) return null;
  const from = Number(match[1]);
  return [from, Number(match[2] ?? from)];
}

function writeRange(from: number, to: number): string {
  if (to === Number.POSITIVE_INFINITY) return 'all';
  return from === to ? String(from) : `${from}-${to}`;
}
