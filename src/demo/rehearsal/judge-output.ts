import type { Step } from '../../compiler/model.ts';
import { compareOutputs } from '../../recording/compare.ts';
import { renderPlainText } from '../../recording/plain-text.ts';
import { printedText, withoutPrompt } from '../../recording/printed.ts';

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
    ? [withoutPrompt(step.output), printedText(printed, step)]
    : [step.output, printed];
  if (wanted.trim() === '') {
    const silent = renderPlainText(found).trim() === '';
    return { output: silent ? 'same' : 'new', difference: '' };
  }
  const { same, difference } = compareOutputs(wanted, found, step.match);
  return { output: same ? 'same' : 'differs', difference };
}
