import type { Diagnostic } from '../compiler/model.ts';
import { complain } from '../system/say.ts';

/** Writes `path:line: code: message` and what to do, a diagnostic after the other, to standard error. */
export function printDiagnostics(diagnostics: (Diagnostic & { path: string })[]): void {
  for (const { path, line, code, message, hint } of diagnostics) {
    complain(`${path}:${line}: ${code}: ${message}\n${hint === '' ? '' : `  ${hint}\n`}`);
  }
}
