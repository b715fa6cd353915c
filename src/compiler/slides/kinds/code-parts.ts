import type { CodeLines } from '../atoms.ts';

/** Lines that would be parted only with harm, and how bad it is to begin a slide with them. */
interface CodePart extends CodeLines {
  reluctance: number;
}

/** Code of at most this many lines is parted only where there is no other way. */
const SHORT = 16;
/** So many lines of a block never stand alone at the end of a slide or the beginning of the next, if it can be helped. */
const LONELY = 3;
/** Groups of at most this many lines that stay together. */
const TOGETHER = 14;

/**
 * Code in lines, each with how bad it would be to part the code before it: best after an empty line, then at
 * a line that is not indented, worst before a closing bracket, after a continuation or within a short block.
 */
export function codeParts(text: string, firstLine: number): CodePart[] {
  const lines = text.split('\n');
  const sections = sectionLengths(lines);
  return lines.map((line, at) => ({
    text: line,
    line: firstLine + at,
    reluctance:
      at === 0 ? 0 : reluctanceBefore(line, lines[at - 1]!, sections[at]!) + closeness(at, lines.length),
  }));
}

/** How bad it is to part a block of so many lines before one of them because little would stand on one side. */
function closeness(at: number, lines: number): number {
  const lonely = at < LONELY || lines - at < LONELY ? 90 : 0;
  return lonely + (lines <= SHORT ? 100 : 0);
}

function reluctanceBefore(line: string, before: string, section: number): number {
  if (/\\\s*$/.test(before)) return 400;
  if (/^\s*[\]})]|^\s*(?:end|fi|done|esac|EOF)\b/.test(line)) return 300;
  if (line.trim() === '') return 60;
  if (before.trim() === '') return 4;
  const indented = /^\s/.test(line) ? 45 : 25;
  return section <= TOGETHER ? indented + 90 : indented;
}

/** For each line, how many lines stand between the empty lines around it. */
function sectionLengths(lines: readonly string[]): number[] {
  const lengths: number[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && lines[to]!.trim() !== '') to += 1;
    for (let at = from; at < to; at += 1) lengths.push(to - from);
    from = to;
  }
  return lengths;
}
