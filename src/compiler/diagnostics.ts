import type { Diagnostic } from './model.ts';

/** As a teacher goes through the page; what stands at one place in the order in which it was found. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => a.line - b.line || a.column - b.column);
}
