import type { Step } from '../compiler/model.ts';
import { compareOutputs } from '../recording/compare.ts';
import { renderPlainText } from '../recording/plain-text.ts';
import { looksLikePrompt } from './prompts.ts';

export interface Judgement {
  /** `new`: it printed something and the author wrote nothing under it. */
  output: 'same' | 'differs' | 'new';
  /** The first difference, in words. */
  difference: string;
}

/** Compares what a step printed with what the author wrote under it. */
export function judgeOutput(
  step: Pick<Step, 'output' | 'match' | 'interactive' | 'inside'>,
  printed: string,
): Judgement {
  const staysOpen = step.interactive || step.inside !== null;
  const [wanted, found] = staysOpen
    ? [withoutPrompt(step.output), withoutPrompt(renderPlainText(printed))]
    : [step.output, printed];
  if (wanted.trim() === '') {
    const silent = renderPlainText(found).trim() === '';
    return { output: silent ? 'same' : 'new', difference: '' };
  }
  const { same, difference } = compareOutputs(wanted, found, step.match);
  return { output: same ? 'same' : 'differs', difference };
}

/** A program that waits for input has printed its prompt, which is not what it was asked for. */
function withoutPrompt(text: string): string {
  const lines = text.trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  return looksLikePrompt(`${last.trimEnd()} `) ? lines.slice(0, -1).join('\n') : text;
}
