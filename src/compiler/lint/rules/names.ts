import type { EngineCall } from '../../../shell/engine-call.ts';
import type { Diagnostic } from '../../model.ts';
import { makeDiagnostic } from '../codes.ts';
import { engineCalls, isMeantToFail, isUnknownWord } from '../engine-commands.ts';
import type { Rule } from '../subject.ts';

/** Container names that are given a second time while the first container is still there. */
export const findNamesInUse: Rule = ({ lesson, find }) => {
  const taken = new Map<string, { line: number; untilStopped: boolean }>();
  const found: Diagnostic[] = [];
  for (const step of lesson.steps) {
    if (isMeantToFail(step)) continue;
    for (const call of engineCalls(step)) {
      const name = nameGiven(call);
      const before = name === null ? undefined : taken.get(name);
      if (name !== null && before !== undefined) {
        found.push(makeDiagnostic('name-in-use', find(name, step.line), name, String(before.line)));
      } else if (name !== null && staysBehind(call)) {
        taken.set(name, { line: step.line, untilStopped: call.removed });
      }
      release(call, taken);
    }
  }
  return found;
};

function nameGiven({ container }: EngineCall): string | null {
  return container === null || isUnknownWord(container) ? null : container;
}

/** With `--rm`, a container that is not detached is gone when the next command runs. */
function staysBehind({ verb, detached, removed }: EngineCall): boolean {
  return verb === 'create' || detached || !removed;
}

function release({ verb, words }: EngineCall, taken: Map<string, { untilStopped: boolean }>): void {
  if (verb === 'rm') {
    // Nobody can tell which container an id or a substitution means.
    if (words.some((word) => !taken.has(word))) taken.clear();
    for (const word of words) taken.delete(word);
  } else if (verb === 'container prune' || verb === 'system prune') taken.clear();
  else if (verb === 'rename') taken.delete(words[0] ?? '');
  else if (verb === 'stop' || verb === 'kill') {
    for (const word of words) if (taken.get(word)?.untilStopped) taken.delete(word);
  }
}
