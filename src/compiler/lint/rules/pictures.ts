import type { Diagnostic } from '../../model.ts';
import { makeDiagnostic } from '../codes.ts';
import type { Rule, Subject } from '../subject.ts';

/** The compiler knows the block of a figure that is not there; pictures within a text are found here. */
export const findMissingPictures: Rule = ({ lesson, neighbours, find }) => {
  const figures = lesson.warnings
    .filter(({ code }) => code === 'missing-image')
    .map(
      (warning): Diagnostic =>
        warning.about === undefined ? warning : { ...warning, ...find(warning.about, warning.line) },
    );
  const inText = lesson.pictures
    .filter(({ within, source }) => within === 'text' && isBeside(source))
    .filter(({ source }) => neighbours.find(source.replace(/[?#].*$/s, '')) === 'missing')
    .map(({ source, line }) => makeDiagnostic('missing-image', find(source, line), source));
  return [...figures, ...inText];
};

/** Pictures that say nothing to those who can't see them. An HTML picture may say `alt=""` on purpose, a pandoc one `{alt='…'}`. */
export const findMissingAlt: Rule = (subject) =>
  subject.lesson.pictures
    .filter(({ alt }) => alt.trim() === '')
    .map(({ source, line }) => ({ source, place: subject.find(source, line) }))
    .filter(({ place }) => !saysAlt(subject, place.line))
    .map(({ source, place }) => makeDiagnostic('missing-alt', place, shorten(source)));

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
