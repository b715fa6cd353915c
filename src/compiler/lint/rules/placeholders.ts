import { makeDiagnostic } from '../codes.ts';
import type { Rule } from '../subject.ts';

/** Commands with a word that somebody must replace before they can run. */
export const findPlaceholders: Rule = ({ lesson, find }) =>
  lesson.steps.flatMap((step) =>
    step.placeholders.map((name) => makeDiagnostic('placeholder', find(name, step.line), name)),
  );
