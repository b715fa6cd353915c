import { readKind } from './code-kind.ts';
import type { CodePlace } from './code-places.ts';
import { judgeLine } from './looks-typed.ts';
import { findPrompt } from './prompt.ts';

/** How a page's author writes commands, read from all of its code blocks at once. */
export interface AuthorHabits {
  /** Blocks without a language hold commands without prompts. */
  untypedCommands: boolean;
  /** A root shell's `#` is used as the host's prompt. */
  rootHabit: boolean;
  /** Commands carry prompts, so that a bare line is something else more often than not. */
  prompts: boolean;
  /** Fences that say shell hold the commands, so that untyped ones hold what they print. */
  typed: boolean;
}

export function readHabits(places: CodePlace[]): AuthorHabits {
  let prompted = 0;
  let typed = 0;
  let bare = 0;
  let untyped = 0;
  let root = 0;
  for (const { block } of places) {
    const kind = readKind(block);
    const line = firstLine(block.text);
    const prompt = findPrompt(line);
    if (kind === 'shell') typed += 1;
    if (prompt?.kind === 'hash') root += isRoots(prompt.rest, block.text) ? 1 : 0;
    else if (prompt !== null && prompt.kind !== 'angle') prompted += 1;
    else if (kind === 'shell' && hasPrompt(block.text)) prompted += 1;
    else if (kind === 'shell') bare += judgeLine(line) === 'no' ? 0 : 1;
    else if (kind === 'untyped' && judgeLine(line) === 'strong') untyped += 1;
  }
  return {
    untypedCommands: untyped > 0 && typed < untyped,
    rootHabit: root > 1,
    prompts: prompted > 2 && prompted > bare,
    typed: typed > 0,
  };
}

/** A command behind `#`, and no command without one below it, to which it would be the comment. */
function isRoots(typed: string, text: string): boolean {
  const next = text
    .split('\n', 40)
    .slice(1)
    .find((line) => line.trim() !== '');
  return judgeLine(typed) === 'strong' && (next === undefined || judgeLine(next) !== 'strong');
}

/** A prompt further down, under a first line that lost its own. */
function hasPrompt(text: string): boolean {
  return text.split('\n', 40).some((line) => {
    const kind = findPrompt(line.trimStart())?.kind;
    return kind === 'plain' || kind === 'named' || kind === 'path';
  });
}

function firstLine(text: string): string {
  return /^\s*(\S[^\n\r]*)/.exec(text)?.[1] ?? '';
}
