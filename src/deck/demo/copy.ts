import { say } from '../status-line.ts';
import type { Words } from '../words/words.ts';

/** Puts a command on the clipboard, and says whether it could. */
export async function copyCommand(command: string, words: Words): Promise<void> {
  try {
    await navigator.clipboard.writeText(command);
    say(words.copied);
  } catch {
    say(words.notCopied);
  }
}
