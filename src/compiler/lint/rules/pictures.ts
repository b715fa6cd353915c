import type { Diagnostic } from '../../model.ts';
import { visit } from '../../page/walk.ts';
import { makeDiagnostic } from '../codes.ts';
import { attributeOf, runsOf } from '../inlines.ts';
import type { Rule, Subject } from '../subject.ts';

/** The compiler knows the block's line of a missing picture; here it gets its place. */
export const placeMissingImages: Rule = ({ lesson, find }) =>
  lesson.warnings
    .filter(({ code }) => code === 'missing-image')
    .map((warning): Diagnostic => {
      const source = /^The picture (.*) is not there\.$/s.exec(warning.message)?.[1] ?? '';
      return source === '' ? warning : { ...warning, ...find(source, warning.line) };
    });

/** Pictures that say nothing to those who can't see them. An HTML picture may say `alt=""` on purpose. */
export const findMissingAlt: Rule = (subject) => {
  const found: Diagnostic[] = [];
  const look = (source: string, alt: string, line: number) => {
    if (alt.trim() !== '') return;
    const place = subject.find(source, line);
    if (!decorates(subject, place.line)) found.push(makeDiagnostic('missing-alt', place, shorten(source)));
  };
  visit(subject.lesson.document, (block) => {
    if (block.kind === 'figure') look(block.source, block.alt, block.line);
  });
  for (const { html, line } of runsOf(subject.lesson.document)) {
    for (const [tag] of html.matchAll(/<img\b[^>]*>/g)) {
      look(attributeOf(tag, 'src') ?? '', attributeOf(tag, 'alt') ?? '', line);
    }
  }
  return found;
};

function decorates({ lines }: Subject, line: number): boolean {
  return /\balt=(?:""|'')/.test(lines[line - 1] ?? '');
}

/** An embedded picture's address may be a whole file. */
function shorten(source: string): string {
  return source.length <= 80 ? source : `${source.slice(0, 79)}…`;
}
