import type { EngineCall } from '../../../shell/engine-call.ts';
import type { Diagnostic } from '../../model.ts';
import { makeDiagnostic } from '../codes.ts';
import { engineCalls, isMeantToFail, isUnknownWord } from '../engine-commands.ts';
import type { Rule } from '../subject.ts';

/** Images that are used after the page removed them. */
export const findRemovedImages: Rule = ({ lesson, find }) => {
  const removed = new Map<string, number>();
  const found: Diagnostic[] = [];
  for (const step of lesson.steps) {
    const calls = engineCalls(step);
    for (const made of calls.flatMap(({ makes }) => makes)) removed.delete(tagged(made));
    for (const call of isMeantToFail(step) ? [] : calls) {
      // Nobody can tell what an archive holds.
      if (call.verb === 'load') removed.clear();
      else if (call.verb === 'pull') forget(call, removed);
      else if (call.verb === 'rmi') remember(call, step.line, removed);
      else {
        for (const image of call.images) {
          const line = removed.get(tagged(image));
          if (line === undefined) continue;
          found.push(makeDiagnostic('removed-image', find(image, step.line), image, String(line)));
          // From here on it is there again, or the teacher knows.
          removed.delete(tagged(image));
        }
      }
    }
  }
  return found;
};

function remember({ words }: EngineCall, line: number, removed: Map<string, number>): void {
  for (const word of words) if (!isUnknownWord(word)) removed.set(tagged(word), line);
}

function forget({ words }: EngineCall, removed: Map<string, number>): void {
  if (words.length === 0) removed.clear();
  for (const word of words) removed.delete(tagged(word));
}

/** A reference without a tag means `latest`. */
function tagged(image: string): string {
  return /:[^/]*$|@/.test(image) ? image : `${image}:latest`;
}
