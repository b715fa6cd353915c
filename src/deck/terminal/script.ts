import type { DeckStep } from '../../protocol/deck-data.ts';
import type { RecordingEvent } from '../../recording/recording.ts';

/** Milliseconds a typed character takes, and all of a command at most. */
const KEYSTROKE = 28;
const LONGEST_TYPING = 1100;
/** Milliseconds between the Enter key and the first output, and between lines of an author's output. */
const ENTER = 220;
const LINE = 45;

/**
 * What a replay shows of a step: prompt and command typed as in a live run, then what was recorded, or the
 * author's output where there is no recording. `atLineStart`: whether the cursor stands at a line's start;
 * if not, a program has printed its prompt there already.
 */
export function writeScript(
  step: DeckStep,
  recorded: RecordingEvent[] | null,
  atLineStart: boolean,
): RecordingEvent[] {
  const typed = typeCommand(step, atLineStart);
  const after = (typed.at(-1)?.at ?? 0) + ENTER;
  const printed = recorded ?? printOutput(step.output);
  return [...typed, ...printed.map((event) => ({ ...event, at: event.at + after }))];
}

function typeCommand(step: DeckStep, atLineStart: boolean): RecordingEvent[] {
  const keys = [...step.command];
  const pace = Math.min(KEYSTROKE, LONGEST_TYPING / keys.length);
  const events = [output(0, writePrompt(step, atLineStart))];
  keys.forEach((key, index) => {
    events.push(output(ENTER + index * pace, key === '\n' ? '\r\n> ' : key));
  });
  events.push(output(ENTER + keys.length * pace, '\r\n'));
  return events;
}

/** A program that was left waiting shows its prompt already; a host's command begins on a line of its own. */
function writePrompt({ prompt, inside }: DeckStep, atLineStart: boolean): string {
  if (!atLineStart && inside) return '';
  return `${atLineStart ? '' : '\r\n'}\x1b[34m${prompt || '$'}\x1b[0m `;
}

function printOutput(text: string): RecordingEvent[] {
  if (text === '') return [];
  return text.split('\n').map((line, index) => output(index * LINE, `${line}\r\n`));
}

function output(at: number, data: string): RecordingEvent {
  return { at, code: 'o', data };
}
