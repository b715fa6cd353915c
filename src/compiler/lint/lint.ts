import { inOrder } from '../diagnostics.ts';
import type { Diagnostic, Lesson } from '../model.ts';
import { blocksIn } from '../walk.ts';
import { severities } from './codes.ts';
import { findUnknownAttributes } from './rules/attributes.ts';
import { findCopiedIds } from './rules/copied-ids.ts';
import { findLoadingDiagrams } from './rules/diagrams.ts';
import { findBrokenLinks } from './rules/links.ts';
import { findNamesInUse } from './rules/names.ts';
import { findMissingAlt, findMissingPictures } from './rules/pictures.ts';
import { findPlaceholders } from './rules/placeholders.ts';
import { findRemovedImages } from './rules/removed-images.ts';
import { findDenseSlides, findSilentFigures, findWideOutputs } from './rules/slides.ts';
import { makeFinder, type Neighbours, type Rule } from './subject.ts';

const rules: Rule[] = [
  findMissingPictures,
  findMissingAlt,
  findBrokenLinks,
  findUnknownAttributes,
  findPlaceholders,
  findNamesInUse,
  findRemovedImages,
  findCopiedIds,
  findDenseSlides,
  findWideOutputs,
  findSilentFigures,
  findLoadingDiagrams,
];

/** How bad a code is to be taken; `off` silences it. */
export type Severities = ReadonlyMap<string, 'off' | 'warning' | 'error'>;

/**
 * What a teacher should mend in a page, in the page's order: what the compiler noticed, and what can be told
 * without running anything. Pure: what it must know of other files it asks `neighbours`.
 *
 * @param text the page as it is on disk, for places and attribute lists
 * @param seen what was found by other means, such as a browser
 */
export function lint(
  lesson: Lesson,
  text: string,
  neighbours: Neighbours,
  seen: readonly Diagnostic[] = [],
): Diagnostic[] {
  const lines = text.split(/\r\n|\n|\r/);
  const blocks = blocksIn(lesson.document);
  const noticed = lesson.warnings.filter(({ code }) => code !== 'missing-image');
  return inOrder([
    ...noticed,
    ...rules.flatMap((rule) => rule({ lesson, blocks, lines, neighbours, find: makeFinder(lines) })),
    ...seen,
  ]);
}

/** Gives each diagnostic the severity that its code has, or that the user asked for; drops what is off. */
export function weigh(diagnostics: readonly Diagnostic[], asked: Severities): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = asked.get(diagnostic.code) ?? severities.get(diagnostic.code) ?? diagnostic.severity;
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
}
