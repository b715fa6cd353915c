import type { CodeBlock } from '../model.ts';
import type { ReasonCode } from '../reasons/reason.ts';
import type { BlockContext } from './block-context.ts';
import { type CodeKind, readKind } from './code-kind.ts';
import { findPrompt } from './prompt.ts';
import { type FirstPrompt, firstPrompt, splitPrompted } from './prompted.ts';
import { splitStatements } from './statements.ts';
import { splitBare, splitForeign } from './unprompted.ts';
import { plain, typed, type Verdict } from './verdict.ts';

/** Takes a block apart, or says why nothing was typed in it. */
export function splitBlock(block: CodeBlock, context: BlockContext): Verdict {
  const lines = dedent(block.text);
  const kind = readKind(block);
  const forced = block.attributes.classes.includes('run');
  if (forced) return splitForced(lines, kind, context);
  if (kind === 'output') return plain('says-output');
  if (isListing(lines)) return plain('script');
  const first = firstPrompt(lines, kind, context);
  if (first !== null) return typed(splitPrompted(lines, first, kind), ...findReason(lines, first));
  if (kind === 'foreign') return splitOther(lines);
  const statements =
    maySpeakToProgram(block, kind) && context.speaks ? splitStatements(lines, context.speaks) : null;
  if (statements !== null) return typed(statements, 'statements');
  const language = block.language || block.info;
  if (kind === 'shell') return splitUnprompted(lines, kind, context, 'language', language);
  if (kind === 'untyped' && context.untypedCommands)
    return splitUnprompted(lines, kind, context, 'bare-habit');
  if (kind === 'untyped') return plain('untyped');
  return kind === 'text' ? plain('text') : plain('file', language);
}

/** Which prompt makes it a transcript. */
function findReason(lines: string[], { line, hash }: FirstPrompt): [ReasonCode, string] {
  const { text } = findPrompt(lines[line]!) ?? { text: lines[line]! };
  if (hash) return ['root-prompt', text];
  return [lines.slice(0, line).every((above) => above.trim() === '') ? 'prompt' : 'later-prompt', text];
}

function splitOther(lines: string[]): Verdict {
  const drafts = splitForeign(lines);
  return drafts === null ? plain('not-typed') : typed(drafts, 'foreign');
}

function splitUnprompted(
  lines: string[],
  kind: 'shell' | 'untyped',
  { prompts }: BlockContext,
  ...why: [ReasonCode, ...string[]]
): Verdict {
  const bare = splitBare(lines, kind, prompts);
  return typeof bare === 'string' ? plain(bare) : typed(bare, ...why);
}

/** Whether such a block may hold what is typed into a database's client. */
function maySpeakToProgram({ language }: CodeBlock, kind: CodeKind): boolean {
  return kind === 'shell' || kind === 'untyped' || /^(?:sql|mysql|mariadb|pgsql|redis)$/.test(language);
}

function splitForced(lines: string[], kind: CodeKind, context: BlockContext): Verdict {
  const first = firstPrompt(lines, 'shell', context);
  if (first !== null)
    return typed(splitPrompted(lines, first, kind === 'foreign' ? kind : 'shell'), 'run-class');
  const bare = splitBare(lines, 'forced');
  return typeof bare === 'string' ? plain(bare) : typed(bare, 'run-class');
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
