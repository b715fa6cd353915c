import { looksLikePrompt } from '../shell/waiting.ts';
import { renderPlainText } from './plain-text.ts';
import type { RecordingEvent } from './recording.ts';

/** Characters of what a step printed that stand under its command at most; what is cut is marked. */
const LONGEST = 8 * 1024;

/** What stands on a terminal after a step printed `output`, as plain text to be read under its command. */
export function showPrinted(output: string, step: { interactive: boolean; inside: string | null }): string {
  const text = printedText(output, step);
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf('\n', LONGEST);
  return `${text.slice(0, end > 0 ? end : LONGEST)}\n…`;
}

/** What a step printed, as plain text: without the prompt of a program that waits for input after it. */
export function printedText(output: string, step: { interactive: boolean; inside: string | null }): string {
  const text = renderPlainText(output);
  return step.interactive || step.inside !== null ? withoutPrompt(text) : text;
}

/** The text without its last line where that is a prompt. */
export function withoutPrompt(text: string): string {
  const lines = text.trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  return looksLikePrompt(`${last.trimEnd()} `) ? lines.slice(0, -1).join('\n') : text;
}

/** All that was printed, as one text. */
export function joinOutput(events: readonly RecordingEvent[]): string {
  return events.map(({ code, data }) => (code === 'o' ? data : '')).join('');
}
