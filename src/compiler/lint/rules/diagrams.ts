import { findLoading } from '../../../diagram/loads.ts';
import type { Diagnostic, Diagram } from '../../model.ts';
import { makeDiagnostic } from '../codes.ts';
import type { Rule } from '../subject.ts';

/** Diagrams that would load something while they are drawn, from wherever it is: they stay source. */
export const findLoadingDiagrams: Rule = ({ lesson }) => lesson.diagrams.flatMap(diagnoseLoading);

/** Nothing for a diagram that is drawn. */
export function diagnoseLoading({ kind, line, mermaid }: Diagram): Diagnostic[] {
  const loading = kind === 'mermaid' ? findLoading(mermaid) : null;
  if (loading === null) return [];
  return [makeDiagnostic('diagram-loads', { line: line + loading.line, column: 1 }, loading.written)];
}
