import type { Diagnostic } from '../compiler/model.ts';

/** Writes `path:line: code: message` and what to do, a diagnostic after the other, to standard error. */
export function printDiagnostics(diagnostics: (Diagnostic & { path: string })[]): void {
  for (const { path, line, code, message, hint } of diagnostics) {
    process.stderr.write(`${path}:${line}: ${code}: ${message}\n${hint === '' ? '' : `  ${hint}\n`}`);
  }
}
