import type { Diagnostic } from '../../model.ts';
import { visit } from '../../walk.ts';
import { makeDiagnostic } from '../codes.ts';
import { attributeOf, type Run, runsOf } from '../inlines.ts';
import type { Rule, Subject } from '../subject.ts';

/** The compiler knows the block of a figure that is not there; pictures within a text are found here. */
export const findMissingPictures: Rule = ({ lesson, neighbours, find }) => {
  const figures = lesson.warnings
    .filter(({ code }) => code === 'missing-image')
    .map(
      (warning): Diagnostic =>
        warning.about === undefined ? warning : { ...warning, ...find(warning.about, warning.line) },
    );
  const inText = picturesIn(runsOf(lesson.document).filter(({ block }) => block !== 'html'))
    .filter(({ source }) => isBeside(source) && neighbours.find(source.replace(/[?#].*$/s, '')) === 'missing')
    .map(({ source, line }) => makeDiagnostic('missing-image', find(source, line), source));
  return [...figures, ...inText];
};

/** Pictures that say nothing to those who can't see them. An HTML picture may say `alt=""` on purpose, a pandoc one `{alt='…'}`. */
export const findMissingAlt: Rule = (subject) => {
  const found: Diagnostic[] = [];
  const look = (source: string, alt: string, line: number) => {
    if (alt.trim() !== '') return;
    const place = subject.find(source, line);
    if (!saysAlt(subject, place.line)) found.push(makeDiagnostic('missing-alt', place, shorten(source)));
  };
  visit(subject.lesson.document, (block) => {
    if (block.kind === 'figure') look(block.source, block.alt, block.line);
  });
  for (const { source, alt, line } of picturesIn(runsOf(subject.lesson.document))) look(source, alt, line);
  return found;
};

function picturesIn(runs: readonly Run[]): { source: string; alt: string; line: number }[] {
  return runs.flatMap(({ html, line }) =>
    [...html.matchAll(/<img\b[^>]*>/g)].map(([tag]) => ({
      source: attributeOf(tag, 'src') ?? '',
      alt: attributeOf(tag, 'alt') ?? '',
      line,
    })),
  );
}

/** Not of another site, and not made by a template that only the site runs. */
function isBeside(source: string): boolean {
  return source !== '' && !/^[a-z][a-z\d+.-]*:|^\/\/|[{}]/i.test(source);
}

function saysAlt({ lines }: Subject, line: number): boolean {
  return /\balt=["']/.test(lines[line - 1] ?? '');
}

/** An embedded picture's address may be a whole file. */
function shorten(source: string): string {
  return source.length <= 80 ? source : `${source.slice(0, 79)}…`;
}
