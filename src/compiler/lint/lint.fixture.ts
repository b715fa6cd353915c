import { compile } from '../compile.ts';
import type { Diagnostic } from '../model.ts';
import { lint } from './lint.ts';

/** Lints a page that stands beside these files: pages with their text, anything else with any text. */
export function lintPage(text: string, files: Record<string, string> = {}): Diagnostic[] {
  const isThere = (path: string) => Object.hasOwn(files, path);
  const lesson = compile(
    { path: 'page.md', text },
    {
      picture: (path) => (isThere(path) ? { width: 40, height: 30 } : null),
      read: (path) => files[path] ?? null,
      exists: isThere,
    },
  );
  return lint(lesson, text, {
    find: (path) => (path.startsWith('../') ? 'unknown' : isThere(path) ? 'there' : 'missing'),
    readPage: (path) => files[path] ?? null,
  });
}

/** `code line:column` of each thing that lint finds. */
export function findings(text: string, files: Record<string, string> = {}): string[] {
  return lintPage(text, files).map(({ code, line, column }) => `${code} ${line}:${column}`);
}

/** A page with one block of commands at the host's prompt; the first stands on line 4. */
export function shell(...lines: string[]): string {
  return ['# Page', '', '```console', ...lines, '```', ''].join('\n');
}
