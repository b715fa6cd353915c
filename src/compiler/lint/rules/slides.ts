import type { Block, Slide } from '../../model.ts';
import { isSubstance } from '../../slides/choose.ts';
import { widestLine } from '../../slides/columns.ts';
import { COLUMNS } from '../../slides/layout.ts';
import { squeezeTables } from '../../squeeze.ts';
import { blocksIn } from '../../walk.ts';
import { makeDiagnostic } from '../codes.ts';
import type { Rule } from '../subject.ts';

/** Wider lines can't be set in the smallest legible size: they wrap, which takes a table apart. */
const WIDEST = COLUMNS.at(-2)!.columns;

/** What no slide has room for, though nothing else stands on it. */
export const findDenseSlides: Rule = ({ lesson }) => {
  const shown = new Set(blocksIn(lesson.slides.flatMap((slide) => slide.shown)).map(({ line }) => line));
  return lesson.slides.flatMap((slide) => {
    const left = slide.spoken.filter((block) => isSubstance(block) && !shown.has(block.line));
    return left.map(({ line }) => makeDiagnostic('dense-slide', { line, column: 1 }, slide.title));
  });
};

/** Outputs with columns that no slide is wide enough for. */
export const findWideOutputs: Rule = ({ lesson, find }) =>
  lesson.steps.flatMap((step) => {
    if (widestRow(step.output) <= WIDEST) return [];
    const columns = widestRow(squeezeTables(step.output));
    if (columns <= WIDEST) return [];
    const first = step.output.split('\n').find(isRow)!;
    return [makeDiagnostic('wide-output', find(first.trim(), step.line), String(columns))];
  });

/** Slides with nothing but a picture, about which the speaker is told nothing. */
export const findSilentFigures: Rule = ({ lesson }) =>
  lesson.slides
    .filter((slide) => slide.kind === 'content' && slide.notes.trim() === '' && isOnlyFigure(slide))
    .map((slide) => makeDiagnostic('figure-without-notes', placeOf(slide), slide.title));

function placeOf({ line }: Slide) {
  return { line, column: 1 };
}

/** Columns of the widest row of a text; 0 when it holds no table. */
function widestRow(text: string): number {
  const rows = text.split('\n').filter(isRow);
  return rows.length < 2 ? 0 : widestLine(rows.join('\n'));
}

/** A row of a table has at least three cells. */
function isRow(line: string): boolean {
  return line.trim().split(/ {2,}|\t/).length >= 3;
}

/** Pictures, and what holds them. */
const PICTURES = new Set<Block['kind']>(['figure', 'diagram', 'group']);

function isOnlyFigure(slide: Slide): boolean {
  const kinds = new Set(blocksIn(slide.shown).map(({ kind }) => kind));
  const hasPicture = kinds.has('figure') || kinds.has('diagram');
  return hasPicture && [...kinds].every((kind) => PICTURES.has(kind));
}
