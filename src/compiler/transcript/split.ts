import type { CodeBlock } from '../model.ts';
import type { BlockContext } from './block-context.ts';
import { type CodeKind, readKind } from './code-kind.ts';
import type { EntryDraft } from './entry-drafts.ts';
import { firstPrompt, splitPrompted } from './prompted.ts';
import { splitStatements } from './statements.ts';
import { splitBare, splitForeign } from './unprompted.ts';

/** Takes a block apart, or says with `null` that nothing was typed in it. */
export function splitBlock(block: CodeBlock, context: BlockContext): EntryDraft[] | null {
  const lines = dedent(block.text);
  const kind = readKind(block);
  const forced = block.attributes.classes.includes('run');
  if (forced) return splitForced(lines, kind, context);
  if (kind === 'output' || isListing(lines)) return null;
  const first = firstPrompt(lines, kind, context);
  if (first !== null) return splitPrompted(lines, first, kind);
  if (kind === 'foreign') return splitForeign(lines);
  const statements =
    maySpeakToProgram(block, kind) && context.speaks ? splitStatements(lines, context.speaks) : null;
  if (statements !== null) return statements;
  if (kind === 'shell' || (kind === 'untyped' && context.untypedCommands))
    return splitBare(lines, kind, context.prompts);
  return null;
}

/** Whether such a block may hold what is typed into a database's client. */
function maySpeakToProgram({ language }: CodeBlock, kind: CodeKind): boolean {
  return kind === 'shell' || kind === 'untyped' || /^(?:sql|mysql|mariadb|pgsql|redis)$/.test(language);
}

function splitForced(lines: string[], kind: CodeKind, context: BlockContext): EntryDraft[] | null {
  const first = firstPrompt(lines, 'shell', context);
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
