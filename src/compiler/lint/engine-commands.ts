import type { EngineCall } from '../../shell/engine-call.ts';
import type { Step } from '../model.ts';

/** What a step asks of the machine's engine: nothing for lines typed into a program. */
export function engineCalls(step: Step): readonly EngineCall[] {
  return step.inside === null ? step.does.engine : [];
}

/** Whether the step fails, as its author knows: the page says so, or the output shows it. */
export function isMeantToFail(step: Step): boolean {
  return step.exit !== 0 || /^(?:docker: )?Error\b|^(?:Unable|unable) to /m.test(step.output);
}

/** A word that the shell, or the learner, puts a value in place of. */
export function isUnknownWord(word: string): boolean {
  return /[$`‹›<>*]/.test(word);
}
