import type { CodeBlock } from '../model.ts';
import type { Clues } from './clues.ts';
import type { Draft } from './draft.ts';
import { type CodeKind, readKind } from './info.ts';
import { firstPrompt, splitPrompted } from './prompted.ts';
import { splitStatements } from './statements.ts';
import { splitBare, splitForeign } from './unprompted.ts';

/** Takes a block apart, or says with `null` that nothing was typed in it. */
export function splitBlock(block: CodeBlock, clues: Clues): Draft[] | null {
  const lines = dedent(block.text);
  const kind = readKind(block);
  const forced = block.attributes.classes.includes('run');
  if (forced) return splitForced(lines, kind, clues);
  if (kind === 'output' || isListing(lines)) return null;
  const first = firstPrompt(lines, kind, clues);
  if (first !== null) return splitPrompted(lines, first, kind);
  if (kind === 'foreign') return splitForeign(lines);
  const statements = isTyped(block, kind) && clues.speaks ? splitStatements(lines, clues.speaks) : null;
  if (statements !== null) return statements;
  if (kind === 'shell' || (kind === 'untyped' && clues.untypedCommands))
    return splitBare(lines, kind, clues.prompts);
  return null;
}

/** Whether such a block may hold what is typed into a database's client. */
function isTyped({ language }: CodeBlock, kind: CodeKind): boolean {
  return kind === 'shell' || kind === 'untyped' || /^(?:sql|mysql|mariadb|pgsql|redis)$/.test(language);
}

function splitForced(lines: string[], kind: CodeKind, clues: Clues): Draft[] | null {
  const first = firstPrompt(lines, 'shell', clues);
  if (first !== null) return splitPrompted(lines, first, kind === 'foreign' ? kind : 'shell');
  return splitBare(lines, 'forced');
}

/** A script is a file to write, not something to type. */
function isListing(lines: string[]): boolean {
  return /^#!\s*\//.test(lines.find((line) => line.trim() !== '') ?? '');
}

/** The lines without `\r`, and without the indentation that all of them share. */
export function dedent(text: string): string[] {
  const lines = text.replaceAll('\r', '').split('\n');
  let shared = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.trim() !== '') shared = Math.min(shared, line.length - line.trimStart().length);
  }
  return shared > 0 && Number.isFinite(shared) ? lines.map((line) => line.slice(shared)) : lines;
}
